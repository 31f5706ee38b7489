package dev.zerotomillions.local.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.local.iam.Credentials;
import dev.zerotomillions.local.iam.SessionCredentials;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class PresignedUrlTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String ROLE = "arn:aws:iam::000000000000:role/function";

  @TempDir Path data;
  private final Credentials credentials = new Credentials();
  private Instant now = Instant.now();
  private S3Rig rig;

  @BeforeEach
  void open() throws IOException {
    rig = new S3Rig(data, credentials, () -> now);
    try (S3Client s3 = rig.client()) {
      s3.createBucket(request -> request.bucket("files"));
      s3.putObject(r -> r.bucket("files").key("a/ü 1.txt"), RequestBody.fromString("hello"));
    }
  }

  @AfterEach
  void close() throws IOException {
    rig.close();
  }

  private String urlOf(AwsCredentials signer) {
    try (S3Presigner presigner = rig.presigner(signer)) {
      return presigner
          .presignGetObject(
              sign ->
                  sign.signatureDuration(Duration.ofMinutes(15))
                      .getObjectRequest(
                          get ->
                              get.bucket("files")
                                  .key("a/ü 1.txt")
                                  .responseContentDisposition("attachment; filename=\"x.txt\"")))
          .url()
          .toString();
    }
  }

  private AwsCredentials function() {
    SessionCredentials role = credentials.of(ROLE, "ExportUser");
    return AwsSessionCredentials.create(
        role.accessKeyId(), role.secretAccessKey(), role.sessionToken());
  }

  private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }

  private static void assertRefused(int status, String code, HttpResponse<String> response) {
    assertTrue(response.body().contains("<Code>" + code + "</Code>"), response.body());
    assertEquals(status, response.statusCode());
  }

  @Test
  void url_isGoodForWhoeverHasIt() throws Exception {
    for (AwsCredentials signer : new AwsCredentials[] {S3Rig.DEVELOPER, function()}) {
      HttpResponse<String> response = get(urlOf(signer));
      assertEquals(200, response.statusCode(), response.body());
      assertEquals("hello", response.body());
      assertEquals(
          "attachment; filename=\"x.txt\"",
          response.headers().firstValue("content-disposition").orElseThrow());
    }
  }

  @Test
  void url_isGoodUntilItExpires() throws Exception {
    String url = urlOf(function());
    now = now.plus(Duration.ofMinutes(14));
    assertEquals(200, get(url).statusCode());
    now = now.plus(Duration.ofMinutes(2));
    HttpResponse<String> expired = get(url);
    assertRefused(403, "AccessDenied", expired);
    assertTrue(expired.body().contains("<Message>Request has expired</Message>"), expired.body());
  }

  @Test
  void tamperedUrl_isRefused() throws Exception {
    String url = urlOf(function());
    assertRefused(403, "SignatureDoesNotMatch", get(url.replace("/a/", "/b/")));
    assertRefused(
        403, "SignatureDoesNotMatch", get(url.replace("X-Amz-Expires=900", "X-Amz-Expires=9000")));
    assertRefused(403, "SignatureDoesNotMatch", get(url.replace("attachment", "inline")));
    assertRefused(403, "SignatureDoesNotMatch", get(url + "&versionId=null"));
    assertRefused(
        403,
        "SignatureDoesNotMatch",
        get(url.replaceAll("X-Amz-Signature=.{4}", "X-Amz-Signature=0000")));
    assertRefused(400, "InvalidToken", get(url.replaceAll("&X-Amz-Security-Token=[^&]*", "")));
    assertRefused(
        400, "AuthorizationQueryParametersError", get(url.replaceAll("&X-Amz-Date=[^&]*", "")));
    HttpRequest delete = HttpRequest.newBuilder(URI.create(url)).DELETE().build();
    assertRefused(403, "SignatureDoesNotMatch", HTTP.send(delete, BodyHandlers.ofString()));
  }

  @Test
  void upload_isBoundToTypeAndLength() throws Exception {
    String url;
    try (S3Presigner presigner = rig.presigner(function())) {
      url =
          presigner
              .presignPutObject(
                  sign ->
                      sign.signatureDuration(Duration.ofMinutes(5))
                          .putObjectRequest(
                              put ->
                                  put.bucket("files")
                                      .key("image.png")
                                      .contentType("image/png")
                                      .contentLength(3L)))
              .url()
              .toString();
    }
    assertRefused(403, "SignatureDoesNotMatch", put(url, "image/png", "1234"));
    assertRefused(403, "SignatureDoesNotMatch", put(url, "text/html", "123"));
    assertEquals(200, put(url, "image/png", "123").statusCode());
  }

  private static HttpResponse<String> put(String url, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("content-type", type)
            .PUT(BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  @Test
  void withoutSignature_nothingIsShown() throws Exception {
    assertRefused(403, "AccessDenied", get(rig.endpoint() + "/files/a/%C3%BC%201.txt"));
    assertRefused(403, "AccessDenied", get(rig.endpoint() + "/files"));
  }

  /** Made with botocore's signer of version 2, for the keys that developers use here. */
  @Test
  void urlOfTheOlderSignature_isCheckedToo() throws Exception {
    now = Instant.ofEpochSecond(1_795_606_000);
    String url =
        rig.endpoint()
            + "/files/dir/sub/b%20c.txt?AWSAccessKeyId=local"
            + "&Signature=AM8Eca%2Bn1krKHbNxAOW0%2FgztwlM%3D&Expires=1795606643";
    assertRefused(404, "NoSuchKey", get(url));
    assertRefused(403, "SignatureDoesNotMatch", get(url.replace("b%20c", "other")));
    now = now.plus(Duration.ofHours(1));
    assertRefused(403, "AccessDenied", get(url));
  }

  @Test
  void header_thatWasNotSigned_isRefused() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(urlOf(function())))
            .header("x-amz-checksum-mode", "ENABLED")
            .build();
    assertRefused(403, "AccessDenied", HTTP.send(request, BodyHandlers.ofString()));
  }
}
