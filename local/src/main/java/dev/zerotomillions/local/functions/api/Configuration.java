package dev.zerotomillions.local.functions.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.functions.model.Alias;
import dev.zerotomillions.local.functions.model.FunctionVersion;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Functions and aliases in the shapes of the API. */
final class Configuration {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'").withZone(ZoneOffset.UTC);

  private Configuration() {}

  /**
   * The shape {@code FunctionConfiguration}.
   *
   * @param arn the ARN that the caller asked by: with a qualifier if he gave one
   */
  static ObjectNode of(FunctionVersion version, String arn) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("FunctionName", version.name());
    json.put("FunctionArn", arn);
    json.put("Runtime", "java25");
    json.put("Role", version.role());
    json.put("Handler", version.handler());
    json.put("CodeSize", version.code().size());
    json.put("Description", version.description());
    json.put("Timeout", version.timeout());
    json.put("MemorySize", version.memorySize());
    json.put("LastModified", TIME.format(version.modified()));
    json.put("CodeSha256", version.code().sha256());
    json.put("Version", version.version());
    var variables = json.putObject("Environment").putObject("Variables");
    version.environment().forEach(variables::put);
    json.putObject("TracingConfig").put("Mode", version.tracing());
    json.put("RevisionId", version.revision());
    json.put("State", "Active");
    json.put("LastUpdateStatus", "Successful");
    json.put("PackageType", "Zip");
    json.putArray("Architectures").add(version.architecture());
    json.putObject("EphemeralStorage").put("Size", version.ephemeralStorage());
    json.putObject("SnapStart")
        .put("ApplyOn", version.snapStart() ? "PublishedVersions" : "None")
        .put("OptimizationStatus", version.startsFromCheckpoint() ? "On" : "Off");
    var logging = json.putObject("LoggingConfig");
    logging.put("LogFormat", version.jsonLogs() ? "JSON" : "Text");
    if (version.jsonLogs()) {
      logging.put("ApplicationLogLevel", version.logLevel()).put("SystemLogLevel", "INFO");
    }
    logging.put("LogGroup", version.logGroup());
    return json;
  }

  /** The shape {@code AliasConfiguration}. */
  static ObjectNode of(Alias alias, String functionArn, String revision) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("AliasArn", functionArn + ":" + alias.name());
    json.put("Name", alias.name());
    json.put("FunctionVersion", alias.version());
    json.put("Description", alias.description());
    if (!alias.weights().isEmpty()) {
      var weights = json.putObject("RoutingConfig").putObject("AdditionalVersionWeights");
      alias.weights().forEach(weights::put);
    }
    json.put("RevisionId", revision);
    return json;
  }
}
