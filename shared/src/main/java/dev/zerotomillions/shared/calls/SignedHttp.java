package dev.zerotomillions.shared.calls;

import dev.zerotomillions.shared.Settings;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * The way to a service through the gateway, which lets those in whose role may invoke the very
 * endpoint: the request is signed with Signature Version 4.
 */
@Singleton
@Named(Transport.SIGNED_HTTP)
final class SignedHttp implements Transport {
  private static final Duration CONNECT = Duration.ofSeconds(1);

  private final String base;
  private final String region;
  private final AwsCredentialsProvider credentials;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  SignedHttp(Settings settings, AwsCredentialsProvider credentials) {
    this.base = settings.required("SHOP_URL");
    this.region = settings.required("AWS_REGION");
    this.credentials = credentials;
  }

  @Override
  public CallAnswer exchange(
      ServiceCall call, byte[] body, Map<String, String> headers, Duration timeout)
      throws IOException {
    SignedRequest signed = sign(request(call, body, headers), body);
    HttpExecuteRequest.Builder execution = HttpExecuteRequest.builder().request(signed.request());
    signed.payload().ifPresent(execution::contentStreamProvider);
    // A client is but a way to open connections; those kept alive belong to the JDK.
    try (SdkHttpClient http = UrlConnectionHttpClient.create(uri -> open(uri, timeout))) {
      return answer(http.prepareRequest(execution.build()).call());
    }
  }

  private SdkHttpRequest request(ServiceCall call, byte[] body, Map<String, String> headers) {
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(call.method()))
            .uri(URI.create(base + call.target()));
    headers.forEach(request::putHeader);
    if (body.length > 0) {
      request.putHeader("content-length", Integer.toString(body.length));
    }
    return request.build();
  }

  private SignedRequest sign(SdkHttpRequest request, byte[] body) {
    return signer.sign(
        signing ->
            signing
                .identity(credentials.resolveCredentials())
                .request(request)
                .payload(body.length == 0 ? null : ContentStreamProvider.fromByteArray(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region));
  }

  /** The timeout bounds each read, which is all that there is to wait for. */
  private static HttpURLConnection open(URI uri, Duration timeout) {
    try {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout((int) Math.min(CONNECT.toMillis(), timeout.toMillis()));
      connection.setReadTimeout((int) timeout.toMillis());
      return connection;
    } catch (IOException e) {
      throw new GatewayUnusable(uri, e);
    }
  }

  private static CallAnswer answer(HttpExecuteResponse response) throws IOException {
    Map<String, String> headers = new HashMap<>();
    response
        .httpResponse()
        .forEachHeader(
            (name, values) ->
                headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
    String body = "";
    if (response.responseBody().isPresent()) {
      try (AbortableInputStream in = response.responseBody().get()) {
        body = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    return new CallAnswer(response.httpResponse().statusCode(), Map.copyOf(headers), body);
  }

  /** The address of the gateway is none that calls can be sent to. */
  static final class GatewayUnusable extends RuntimeException {
    GatewayUnusable(URI uri, IOException cause) {
      super("SHOP_URL must be the gateway's http or https address, but leads to " + uri, cause);
    }
  }
}
