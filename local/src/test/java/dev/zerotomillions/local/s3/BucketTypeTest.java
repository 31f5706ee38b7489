package dev.zerotomillions.local.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.zerotomillions.local.iam.Credentials;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import dev.zerotomillions.local.resources.UnsupportedProperty;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

class BucketTypeTest {
  private static final String BUCKET = "AWS::S3::Bucket";
  private static final String POLICY = "AWS::S3::BucketPolicy";

  @TempDir Path data;
  private S3Rig rig;
  private ResourceType type;

  @BeforeEach
  void open() throws IOException {
    rig = new S3Rig(data, new Credentials(), InstantSource.system());
    type = rig.type(BUCKET);
  }

  @AfterEach
  void close() throws IOException {
    rig.close();
  }

  @Test
  void bucket_isTheSameAgain_andHoldsData() throws Exception {
    ResourceRequest request = rig.request(BUCKET, "{}");
    Provisioned made = type.create(request);
    assertEquals(made, type.create(request));
    assertTrue(made.physicalId().matches("files-bucket-[0-9a-f]{12}"), made.physicalId());
    assertEquals(
        TextNode.valueOf("arn:aws:s3:::" + made.physicalId()), made.attributes().get("Arn"));
    assertTrue(type.stateful());
    assertEquals(Set.of("BucketName"), type.replacedBy());
    type.delete(request, made);
    type.delete(request, made);
  }

  @Test
  void bucketWithObjects_isNotDeleted() throws Exception {
    ResourceRequest request = rig.request(BUCKET, "{\"BucketName\": \"kept\"}");
    Provisioned made = type.create(request);
    try (S3Client s3 = rig.client()) {
      s3.putObject(put -> put.bucket("kept").key("k"), RequestBody.fromString("v"));
      ResourceFailed refused = assertThrows(ResourceFailed.class, () -> type.delete(request, made));
      assertTrue(String.valueOf(refused.getMessage()).contains("kept is not empty"));
      type.update(rig.request(BUCKET, "{\"BucketName\": \"kept\"}"), made, request.properties());
      assertEquals("v", s3.getObjectAsBytes(get -> get.bucket("kept").key("k")).asUtf8String());
    }
  }

  @Test
  void settings_areTold() throws Exception {
    type.create(
        rig.request(
            BUCKET,
            """
            {"BucketName": "told",
             "VersioningConfiguration": {"Status": "Enabled"},
             "PublicAccessBlockConfiguration":
                 {"BlockPublicAcls": true, "BlockPublicPolicy": true,
                  "IgnorePublicAcls": true, "RestrictPublicBuckets": true}}"""));
    rig.type(POLICY)
        .create(
            rig.request(
                POLICY,
                """
                {"Bucket": "told",
                 "PolicyDocument": {"Statement": [{"Effect": "Deny", "Action": "s3:*"}]}}"""));
    try (S3Client s3 = rig.client()) {
      assertEquals("Enabled", s3.getBucketVersioning(r -> r.bucket("told")).statusAsString());
      assertTrue(
          s3.getPublicAccessBlock(r -> r.bucket("told"))
              .publicAccessBlockConfiguration()
              .restrictPublicBuckets());
      assertTrue(s3.getBucketPolicy(r -> r.bucket("told")).policy().contains("Deny"));
      assertEquals(
          "eu-west-1", s3.getBucketLocation(r -> r.bucket("told")).locationConstraintAsString());
    }
  }

  @Test
  void whatCannotBeHonoured_isRefusedByName() {
    assertUnsupported(
        "BucketEncryption",
        """
        {"BucketEncryption": {"ServerSideEncryptionConfiguration":
            [{"ServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms"}}]}}""");
    assertUnsupported(
        "PublicAccessBlockConfiguration.BlockPublicAcls",
        "{\"PublicAccessBlockConfiguration\": {\"BlockPublicAcls\": false}}");
    assertUnsupported(
        "CorsConfiguration.CorsRules.0.Colour",
        "{\"CorsConfiguration\": {\"CorsRules\": [{\"Colour\": \"blue\"}]}}");
    assertTrue(type.properties().accepts("LifecycleConfiguration"));
    assertEquals(false, type.properties().accepts("NotificationConfiguration"));
    assertThrows(
        UnsupportedProperty.class,
        () ->
            rig.type(POLICY)
                .create(
                    rig.request(
                        POLICY,
                        """
                        {"Bucket": "b", "PolicyDocument":
                            {"Statement": [{"Effect": "Allow", "Principal": "*"}]}}""")));
  }

  private void assertUnsupported(String path, String properties) {
    UnsupportedProperty refused =
        assertThrows(UnsupportedProperty.class, () -> type.create(rig.request(BUCKET, properties)));
    assertTrue(String.valueOf(refused.getMessage()).contains(path), refused.getMessage());
  }

  @Test
  void pages_ofAllowedOrigins_mayRead() throws Exception {
    type.create(
        rig.request(
            BUCKET,
            """
            {"BucketName": "shared", "CorsConfiguration": {"CorsRules": [
                {"AllowedOrigins": ["https://*.example.com"], "AllowedMethods": ["PUT"],
                 "AllowedHeaders": ["content-type"], "MaxAge": 60}]}}"""));
    HttpResponse<String> allowed = preflight("https://shop.example.com", "content-type");
    assertEquals(200, allowed.statusCode(), allowed.body());
    assertEquals(
        "https://shop.example.com",
        allowed.headers().firstValue("access-control-allow-origin").orElseThrow());
    assertEquals("60", allowed.headers().firstValue("access-control-max-age").orElseThrow());
    assertEquals(403, preflight("https://evil.example", "content-type").statusCode());
    assertEquals(403, preflight("https://shop.example.com", "x-other").statusCode());
  }

  private HttpResponse<String> preflight(String origin, String header)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(rig.endpoint() + "/shared/k"))
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .header("origin", origin)
            .header("access-control-request-method", "PUT")
            .header("access-control-request-headers", header)
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
