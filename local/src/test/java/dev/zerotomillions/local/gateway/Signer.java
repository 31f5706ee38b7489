package dev.zerotomillions.local.gateway;

import dev.zerotomillions.local.iam.SessionCredentials;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Signs requests to the gateway as functions do: with the AWS SDK. */
record Signer(int port, InstantSource clock, String region) {
  Signer(int port, InstantSource clock) {
    this(port, clock, "eu-west-1");
  }

  /** A request with the headers that its signature needs. */
  record Signed(String method, String target, byte[] body, Map<String, String> fields) {
    Signed withMethod(String other) {
      return new Signed(other, target, body, fields);
    }

    Signed withTarget(String other) {
      return new Signed(method, other, body, fields);
    }

    Signed withBody(String other) {
      return new Signed(method, target, other.getBytes(StandardCharsets.UTF_8), fields);
    }

    Signed withHeader(String name, String value) {
      Map<String, String> changed = new TreeMap<>(fields);
      changed.put(name, value);
      return new Signed(method, target, body, changed);
    }

    String[] headers() {
      List<String> flat = new ArrayList<>();
      fields.forEach((name, value) -> flat.addAll(List.of(name, value)));
      return flat.toArray(String[]::new);
    }
  }

  Signer in(String other) {
    return new Signer(port, clock, other);
  }

  Signer later(Duration skew) {
    return new Signer(port, InstantSource.fixed(clock.instant().plus(skew)), region);
  }

  Signed sign(SessionCredentials credentials, String method, String target, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.fromValue(method))
            .uri(URI.create("http://localhost:" + port + target))
            .build();
    SdkHttpRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                wanted ->
                    wanted
                        .identity(
                            AwsSessionCredentialsIdentity.create(
                                credentials.accessKeyId(),
                                credentials.secretAccessKey(),
                                credentials.sessionToken()))
                        .request(request)
                        .payload(ContentStreamProvider.fromByteArray(bytes))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(
                            HttpSigner.SIGNING_CLOCK, Clock.fixed(clock.instant(), ZoneOffset.UTC)))
            .request();
    Map<String, String> fields = new TreeMap<>();
    signed.forEachHeader((name, values) -> fields.put(name, values.getFirst()));
    fields.remove("Host");
    return new Signed(
        method,
        signed.getUri().toString().substring(signed.getUri().toString().indexOf('/', 8)),
        bytes,
        fields);
  }
}
