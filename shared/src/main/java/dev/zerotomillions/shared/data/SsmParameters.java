package dev.zerotomillions.shared.data;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.problem.Unavailable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * Parameters of the Systems Manager. Two of its operations are called with the SDK's own signer and
 * HTTP client; the SDK's module for all 150 would be a third of a function's artifact.
 */
@Singleton
final class SsmParameters implements Parameters {
  private static final Logger LOG = LoggerFactory.getLogger(SsmParameters.class);

  private final SdkHttpClient http;
  private final AwsCredentialsProvider credentials;
  private final String region;
  private final URI endpoint;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  SsmParameters(Settings settings, SdkHttpClient http, AwsCredentialsProvider credentials) {
    this.http = http;
    this.credentials = credentials;
    this.region = settings.required("AWS_REGION");
    String override = settings.optional("AWS_ENDPOINT_URL");
    this.endpoint = URI.create(override == null ? standardEndpoint(region) : override);
  }

  @Override
  public Optional<String> find(String name) {
    Reply reply = call("GetParameter", Map.of("Name", name, "WithDecryption", true));
    if (reply.isError("ParameterNotFound")) {
      return Optional.empty();
    }
    if (reply.ok().get("Parameter") instanceof Map<?, ?> parameter
        && parameter.get("Value") instanceof String value) {
      return Optional.of(value);
    }
    throw new IllegalStateException("Systems Manager answered GetParameter without a value.");
  }

  @Override
  public boolean putIfAbsent(String name, String value) {
    Reply reply = put(name, value, false);
    if (reply.isError("ParameterAlreadyExists")) {
      return false;
    }
    reply.ok();
    return true;
  }

  @Override
  public void overwrite(String name, String value) {
    put(name, value, true).ok();
  }

  private Reply put(String name, String value, boolean overwrite) {
    return call(
        "PutParameter",
        Map.of("Name", name, "Value", value, "Type", "SecureString", "Overwrite", overwrite));
  }

  private Reply call(String operation, Map<String, Object> input) {
    ContentStreamProvider body = ContentStreamProvider.fromByteArray(Json.write(input));
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .uri(endpoint)
            .method(SdkHttpMethod.POST)
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .putHeader("X-Amz-Target", "AmazonSSM." + operation)
            .build();
    SignedRequest signed =
        signer.sign(
            sign ->
                sign.identity(credentials.resolveCredentials())
                    .request(request)
                    .payload(body)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "ssm")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    try {
      HttpExecuteResponse response =
          http.prepareRequest(
                  HttpExecuteRequest.builder()
                      .request(signed.request())
                      .contentStreamProvider(signed.payload().orElse(body))
                      .build())
              .call();
      return reply(response);
    } catch (IOException e) {
      LOG.error("Systems Manager is out of reach", e);
      throw new Unavailable("The keys cannot be read at the moment; retry in a moment.");
    }
  }

  private static Reply reply(HttpExecuteResponse response) throws IOException {
    byte[] text = new byte[0];
    if (response.responseBody().isPresent()) {
      try (InputStream in = response.responseBody().get()) {
        text = in.readAllBytes();
      }
    }
    Object body = text.length == 0 ? Map.of() : Json.read(text);
    return new Reply(
        response.httpResponse().statusCode(),
        body instanceof Map<?, ?> members ? members : Map.of());
  }

  private static String standardEndpoint(String region) {
    return "https://ssm." + region + "." + PartitionMetadata.of(Region.of(region)).dnsSuffix();
  }

  /** What Systems Manager answered. */
  private record Reply(int status, Map<?, ?> body) {

    boolean isError(String code) {
      return status != 200 && String.valueOf(body.get("__type")).endsWith(code);
    }

    Map<?, ?> ok() {
      if (status != 200) {
        LOG.error("Systems Manager answered {} {}", status, body.get("__type"));
        throw new Unavailable("The keys cannot be read at the moment; retry in a moment.");
      }
      return body;
    }
  }
}
