package dev.zerotomillions.local.functions.runtime;

import dev.zerotomillions.local.functions.model.FunctionVersion;
import dev.zerotomillions.local.iam.Credentials;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The environment variables that Lambda gives a function, and nothing of the developer's own. */
final class LambdaVariables {
  private static final Pattern EXECUTE_API =
      Pattern.compile("https://([a-z0-9]+)\\.execute-api\\.[a-z0-9-]+\\.amazonaws\\.com");

  private final Credentials credentials;
  private final URI endpoint;
  private final int xrayPort;

  LambdaVariables(Credentials credentials, URI endpoint, int xrayPort) {
    this.xrayPort = xrayPort;
    this.credentials = credentials;
    this.endpoint = endpoint;
  }

  /**
   * A value in which the addresses of APIs are those that they have here: AWS's own names would
   * lead to the internet. What follows an address, a stage or none, stays as it is.
   */
  private String local(String value) {
    return EXECUTE_API.matcher(value).replaceAll(endpoint + "/_aws/execute-api/$1");
  }

  Map<String, String> of(
      FunctionVersion version, InitType initType, String runtimeApi, String logStream) {
    var variables = new HashMap<String, String>();
    variables.put("AWS_ENDPOINT_URL", endpoint.toString());
    variables.put("LANG", "en_US.UTF-8");
    variables.put("TZ", ":UTC");
    variables.put("PATH", "/usr/local/bin:/usr/bin/:/bin:/opt/bin");
    version.environment().forEach((name, value) -> variables.put(name, local(value)));

    var role = credentials.of(version.role(), version.name());
    variables.put("AWS_ACCESS_KEY_ID", role.accessKeyId());
    variables.put("AWS_SECRET_ACCESS_KEY", role.secretAccessKey());
    variables.put("AWS_SESSION_TOKEN", role.sessionToken());
    variables.put("AWS_REGION", version.region());
    variables.put("AWS_DEFAULT_REGION", version.region());
    variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
    variables.put("AWS_LAMBDA_FUNCTION_NAME", version.name());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", version.version());
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(version.memorySize()));
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", initType.text());
    variables.put("AWS_LAMBDA_LOG_FORMAT", version.jsonLogs() ? "JSON" : "Text");
    if (version.jsonLogs()) {
      variables.put("AWS_LAMBDA_LOG_LEVEL", version.logLevel());
    }
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", version.logGroup());
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", logStream);
    variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    variables.put("LAMBDA_TASK_ROOT", version.code().folder().toString());
    variables.put("LAMBDA_RUNTIME_DIR", "/var/runtime");
    variables.put("_HANDLER", version.handler());
    if (xrayPort > 0) {
      variables.put("AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR");
      variables.put("AWS_XRAY_DAEMON_ADDRESS", "127.0.0.1:" + xrayPort);
    }
    // Windows can't open a socket without it.
    var systemRoot = System.getenv("SystemRoot");
    if (systemRoot != null) {
      variables.put("SystemRoot", systemRoot);
    }
    return Map.copyOf(variables);
  }
}
