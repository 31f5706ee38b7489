package dev.zerotomillions.local.s3.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.s3.store.Bucket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A bucket's settings as S3 tells them; the template made them, and other ways are refused. */
final class BucketSettings {
  private BucketSettings() {}

  static S3Response versioning(Bucket bucket) {
    Xml xml = new Xml("VersioningConfiguration");
    String status = bucket.setting("VersioningConfiguration").path("Status").asText();
    return S3Response.xml(status.isEmpty() ? xml : xml.text("Status", status));
  }

  static S3Response encryption(Bucket bucket) {
    return S3Response.xml(
        new Xml("ServerSideEncryptionConfiguration")
            .open("Rule")
            .open("ApplyServerSideEncryptionByDefault")
            .text("SSEAlgorithm", "AES256")
            .close()
            .text("BucketKeyEnabled", "false"));
  }

  static S3Response publicAccessBlock(Bucket bucket) throws S3Error {
    JsonNode block =
        present(
            bucket,
            "PublicAccessBlockConfiguration",
            "NoSuchPublicAccessBlockConfiguration",
            "The public access block configuration was not found");
    Xml xml = new Xml("PublicAccessBlockConfiguration");
    for (String name :
        new String[] {
          "BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"
        }) {
      xml.text(name, Boolean.toString(block.path(name).asBoolean()));
    }
    return S3Response.xml(xml);
  }

  static S3Response ownership(Bucket bucket) {
    String rule =
        bucket
            .setting("OwnershipControls")
            .at("/Rules/0/ObjectOwnership")
            .asText("BucketOwnerEnforced");
    return S3Response.xml(new Xml("OwnershipControls").open("Rule").text("ObjectOwnership", rule));
  }

  static S3Response cors(Bucket bucket) throws S3Error {
    JsonNode rules =
        present(
                bucket,
                "CorsConfiguration",
                "NoSuchCORSConfiguration",
                "The CORS configuration does not exist")
            .path("CorsRules");
    Xml xml = new Xml("CORSConfiguration");
    for (JsonNode rule : rules) {
      xml.open("CORSRule");
      for (Map.Entry<String, String> list : CorsRules.ELEMENTS.entrySet()) {
        rule.path(list.getKey()).forEach(value -> xml.text(list.getValue(), value.asText()));
      }
      if (rule.has("MaxAge")) {
        xml.text("MaxAgeSeconds", rule.path("MaxAge").asText());
      }
      xml.close();
    }
    return S3Response.xml(xml);
  }

  static S3Response policy(Bucket bucket) throws S3Error {
    JsonNode policy =
        present(bucket, "PolicyDocument", "NoSuchBucketPolicy", "The bucket policy does not exist");
    return new S3Response(
        200,
        Map.of("Content-Type", "application/json"),
        policy.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode present(Bucket bucket, String property, String code, String message)
      throws S3Error {
    JsonNode setting = bucket.setting(property);
    if (setting.isMissingNode()) {
      throw new S3Error(404, code, message).with("BucketName", bucket.name());
    }
    return setting;
  }
}
