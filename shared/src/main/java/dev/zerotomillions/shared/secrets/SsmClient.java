package dev.zerotomillions.shared.secrets;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.json.Json;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * Calls of Systems Manager, signed and sent by the SDK's own parts.
 *
 * <p>The SDK's module for it would add 6 MB to every artifact for the sake of two operations.
 */
final class SsmClient {
  private static final int ATTEMPTS = 3;

  private final URI endpoint;
  private final String region;
  private final AwsCredentialsProvider credentials;
  private final SdkHttpClient http;

  SsmClient(Settings settings, AwsCredentialsProvider credentials, SdkHttpClient http) {
    this.region = settings.required("AWS_REGION");
    this.endpoint = endpoint(settings, region);
    this.credentials = credentials;
    this.http = http;
  }

  private static URI endpoint(Settings settings, String region) {
    for (var variable : new String[] {"AWS_ENDPOINT_URL_SSM", "AWS_ENDPOINT_URL"}) {
      var url = settings.optional(variable);
      if (url != null) {
        return URI.create(url);
      }
    }
    var suffix = PartitionMetadata.of(Region.of(region)).dnsSuffix();
    return URI.create("https://ssm." + region + "." + suffix);
  }

  /** The answer's members. */
  Map<?, ?> call(String operation, Map<String, Object> input) {
    IOException last = new IOException("not tried");
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        return send(operation, Json.write(input));
      } catch (IOException e) {
        e.addSuppressed(last);
        last = e;
      }
    }
    throw new SsmUnreachable(operation, last);
  }

  private Map<?, ?> send(String operation, byte[] body) throws IOException {
    var request = signed(operation, body);
    var response =
        http.prepareRequest(
                HttpExecuteRequest.builder()
                    .request(request)
                    .contentStreamProvider(ContentStreamProvider.fromByteArray(body))
                    .build())
            .call();
    var content = response.responseBody();
    byte[] answer = new byte[0];
    if (content.isPresent()) {
      try (var in = content.get()) {
        answer = in.readAllBytes();
      }
    }
    int status = response.httpResponse().statusCode();
    if (status >= 500) {
      throw new IOException(operation + " answered " + status);
    }
    var members = Json.read(answer) instanceof Map<?, ?> map ? map : Map.of();
    if (status != 200) {
      refuse(operation, status, members);
    }
    return members;
  }

  private static void refuse(String operation, int status, Map<?, ?> error) throws IOException {
    var type = String.valueOf(error.get("__type"));
    var code = type.substring(type.indexOf('#') + 1);
    if (code.equals("ThrottlingException")) {
      throw new IOException(operation + " was throttled");
    }
    var message = error.get("message") == null ? error.get("Message") : error.get("message");
    throw new SsmRefused(operation, status, code, String.valueOf(message));
  }

  private SdkHttpRequest signed(String operation, byte[] body) {
    var request =
        SdkHttpRequest.builder()
            .uri(endpoint)
            .method(SdkHttpMethod.POST)
            .encodedPath("/")
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .putHeader("Content-Length", Integer.toString(body.length))
            .putHeader("X-Amz-Target", "AmazonSSM." + operation)
            .build();
    return AwsV4HttpSigner.create()
        .sign(
            sign ->
                sign.identity(credentials.resolveCredentials())
                    .request(request)
                    .payload(ContentStreamProvider.fromByteArray(body))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "ssm")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region))
        .request();
  }
}
