package dev.zerotomillions.shared.files;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.problem.Unavailable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Files in an S3 bucket. Few of its operations are needed, and they are called with the SDK's own
 * signer and HTTP client; the SDK's module for all of them would be a quarter of an artifact.
 */
@Singleton
final class S3Files implements Files {
  private static final Logger LOG = LoggerFactory.getLogger(S3Files.class);

  private final SdkHttpClient http;
  private final AwsCredentialsProvider credentials;
  private final String region;
  private final S3Address bucket;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  S3Files(Settings settings, SdkHttpClient http, AwsCredentialsProvider credentials) {
    this.http = http;
    this.credentials = credentials;
    this.region = settings.required("AWS_REGION");
    this.bucket =
        S3Address.of(
            settings.required("FILES_BUCKET"), region, settings.optional("AWS_ENDPOINT_URL"));
  }

  @Override
  public void put(String key, String contentType, byte[] content) {
    SdkHttpRequest request =
        request(SdkHttpMethod.PUT, key)
            .putHeader("Content-Type", contentType)
            .putHeader("Content-Length", Long.toString(content.length))
            .build();
    send(request, content, 200);
  }

  @Override
  public void delete(String key) {
    send(request(SdkHttpMethod.DELETE, key).build(), new byte[0], 204);
  }

  @Override
  public URI downloadUrl(String key, String name, Duration lifetime) {
    SdkHttpRequest request =
        request(SdkHttpMethod.GET, key)
            .putRawQueryParameter(
                "response-content-disposition", "attachment; filename=\"" + name + "\"")
            .build();
    return presigned(request, lifetime);
  }

  @Override
  public URI uploadUrl(String key, Announced file, Duration lifetime) {
    SdkHttpRequest request =
        request(SdkHttpMethod.PUT, key)
            .putHeader("Content-Type", file.contentType())
            .putHeader("Content-Length", Long.toString(file.bytes()))
            .putHeader("x-amz-checksum-sha256", file.sha256())
            .build();
    return presigned(request, lifetime);
  }

  private SdkHttpRequest.Builder request(SdkHttpMethod method, String key) {
    return SdkHttpRequest.builder().uri(bucket.object(key)).method(method);
  }

  private URI presigned(SdkHttpRequest request, Duration lifetime) {
    return signer
        .sign(
            sign ->
                scope(sign, request)
                    .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, lifetime)
                    .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false))
        .request()
        .getUri();
  }

  private SignRequest.Builder<AwsCredentialsIdentity> scope(
      SignRequest.Builder<AwsCredentialsIdentity> sign, SdkHttpRequest request) {
    // S3 alone takes paths as they are.
    return sign.identity(credentials.resolveCredentials())
        .request(request)
        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false);
  }

  private void send(SdkHttpRequest request, byte[] content, int wanted) {
    HttpExecuteRequest.Builder call = HttpExecuteRequest.builder();
    if (content.length == 0) {
      call.request(signer.sign(sign -> scope(sign, request)).request());
    } else {
      ContentStreamProvider body = ContentStreamProvider.fromByteArray(content);
      SignedRequest signed = signer.sign(sign -> scope(sign.payload(body), request));
      call.request(signed.request()).contentStreamProvider(signed.payload().orElse(body));
    }
    try {
      HttpExecuteResponse response = http.prepareRequest(call.build()).call();
      int status = response.httpResponse().statusCode();
      drain(response);
      if (status != wanted) {
        LOG.error("S3 answered {} to {} of {}", status, request.method(), request.encodedPath());
        throw unavailable();
      }
    } catch (IOException e) {
      LOG.error("S3 is out of reach", e);
      throw unavailable();
    }
  }

  /** Reads an answer to its end, without which its connection could not be used again. */
  private static void drain(HttpExecuteResponse response) throws IOException {
    if (response.responseBody().isPresent()) {
      try (InputStream in = response.responseBody().get()) {
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  private static Unavailable unavailable() {
    return new Unavailable("The files cannot be reached at the moment; retry in a moment.");
  }
}
