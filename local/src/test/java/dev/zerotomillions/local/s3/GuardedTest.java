package dev.zerotomillions.local.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.zerotomillions.local.iam.CallGuard;
import dev.zerotomillions.local.iam.Credentials;
import dev.zerotomillions.local.iam.Permissions;
import dev.zerotomillions.local.iam.Roles;
import dev.zerotomillions.local.iam.SessionCredentials;
import dev.zerotomillions.local.iam.policy.PolicyDocument;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** S3 as a function sees it whose role may read some objects of a bucket, and not list it. */
class GuardedTest {
  private static final String ROLE = "arn:aws:iam::123456789012:role/GetExport-Role";

  @TempDir Path data;
  private final Roles roles = new Roles();
  private final Credentials credentials = new Credentials();
  private S3Rig rig;

  @BeforeEach
  void open() throws Exception {
    InstantSource clock = InstantSource.system();
    CallGuard guard = new CallGuard(credentials, new Permissions(roles, clock), refusal -> {});
    rig = new S3Rig(data, credentials, guard, clock);
    try (S3Client developer = rig.client()) {
      developer.createBucket(request -> request.bucket("files"));
      for (String key : List.of("exports/1", "secrets/1")) {
        developer.putObject(r -> r.bucket("files").key(key), RequestBody.fromString("hello"));
      }
    }
    allow("'s3:GetObject', 's3:DeleteObject'", "arn:aws:s3:::files/exports/*");
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private void allow(String actions, String resource) throws Exception {
    String policy =
        "{'Statement': {'Effect': 'Allow', 'Action': [%s], 'Resource': '%s'}}"
            .formatted(actions, resource);
    roles.attach(
        resource,
        new Roles.Attachment(
            PolicyDocument.of(new JsonMapper().readTree(policy.replace('\'', '"'))),
            Set.of("GetExport-Role")));
    roles.put(
        new Roles.Role("GetExport-Role", ROLE, MissingNode.getInstance(), List.of(), List.of()));
  }

  private AwsCredentials function() {
    SessionCredentials role = credentials.of(ROLE, "GetExport");
    return AwsSessionCredentials.create(
        role.accessKeyId(), role.secretAccessKey(), role.sessionToken());
  }

  private HttpResponse<String> presigned(String key) throws Exception {
    try (S3Presigner presigner = rig.presigner(function())) {
      String url =
          presigner
              .presignGetObject(
                  sign ->
                      sign.signatureDuration(Duration.ofMinutes(1))
                          .getObjectRequest(get -> get.bucket("files").key(key)))
              .url()
              .toString();
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }
  }

  @Test
  void objectsThatTheRoleMayRead_areRead_andOthersRefused() {
    try (S3Client s3 = rig.client(function())) {
      assertEquals(
          "hello", s3.getObjectAsBytes(get -> get.bucket("files").key("exports/1")).asUtf8String());
      S3Exception refusal =
          assertThrows(
              S3Exception.class,
              () -> s3.getObjectAsBytes(get -> get.bucket("files").key("secrets/1")));
      assertEquals(403, refusal.statusCode());
      assertEquals("AccessDenied", refusal.awsErrorDetails().errorCode());
      assertEquals(
          "User: arn:aws:sts::123456789012:assumed-role/GetExport-Role/GetExport is not authorized"
              + " to perform: s3:GetObject on resource: \"arn:aws:s3:::files/secrets/1\" because no"
              + " identity-based policy allows the s3:GetObject action",
          refusal.awsErrorDetails().errorMessage());
    }
  }

  @Test
  void presignedUrl_isGoodForWhatItsSignerMayDo() throws Exception {
    assertEquals("hello", presigned("exports/1").body());

    HttpResponse<String> refused = presigned("secrets/1");
    assertEquals(403, refused.statusCode());
    assertTrue(refused.body().contains("<Code>AccessDenied</Code>"), refused.body());
  }

  @Test
  void missingObject_isNotFoundForThoseAloneWhoMayListTheBucket() throws Exception {
    HttpResponse<String> refused = presigned("exports/2");
    assertEquals(403, refused.statusCode());
    assertTrue(refused.body().contains("s3:ListBucket"), refused.body());

    allow("'s3:ListBucket'", "arn:aws:s3:::files");

    HttpResponse<String> missing = presigned("exports/2");
    assertEquals(404, missing.statusCode());
    assertTrue(missing.body().contains("<Code>NoSuchKey</Code>"), missing.body());
  }
}
