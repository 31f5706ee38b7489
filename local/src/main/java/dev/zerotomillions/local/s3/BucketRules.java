package dev.zerotomillions.local.s3;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.UnsupportedProperty;
import java.util.Map;
import java.util.Set;

/** What the emulator honours below a bucket's top-level properties; all else is refused by name. */
final class BucketRules {
  private static final Set<String> CORS_RULE =
      Set.of(
          "AllowedHeaders", "AllowedMethods", "AllowedOrigins", "ExposedHeaders", "Id", "MaxAge");
  private static final Set<String> PUBLIC_ACCESS =
      Set.of("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets");

  private BucketRules() {}

  static void check(ResourceRequest request) throws UnsupportedProperty {
    JsonNode properties = request.properties();
    for (JsonNode rule : properties.at("/BucketEncryption/ServerSideEncryptionConfiguration")) {
      String algorithm = rule.at("/ServerSideEncryptionByDefault/SSEAlgorithm").asText("AES256");
      if (!algorithm.equals("AES256")) {
        throw new UnsupportedProperty(
            request,
            "BucketEncryption.ServerSideEncryptionConfiguration",
            "there are no KMS keys here; take AES256 instead of " + algorithm);
      }
    }
    JsonNode rules = properties.at("/CorsConfiguration/CorsRules");
    for (int i = 0; i < rules.size(); i++) {
      allowOnly(request, rules.get(i), "CorsConfiguration.CorsRules." + i, CORS_RULE);
    }
    allowOnly(
        request,
        properties.path("PublicAccessBlockConfiguration"),
        "PublicAccessBlockConfiguration",
        PUBLIC_ACCESS);
    for (Map.Entry<String, JsonNode> flag :
        properties.path("PublicAccessBlockConfiguration").properties()) {
      if (!flag.getValue().asBoolean()) {
        throw new UnsupportedProperty(
            request,
            "PublicAccessBlockConfiguration." + flag.getKey(),
            "no bucket is public here; set it to true");
      }
    }
    String ownership =
        properties.at("/OwnershipControls/Rules/0/ObjectOwnership").asText("BucketOwnerEnforced");
    if (!ownership.equals("BucketOwnerEnforced")) {
      throw new UnsupportedProperty(
          request,
          "OwnershipControls.Rules.0.ObjectOwnership",
          "objects have no access lists here; take BucketOwnerEnforced");
    }
  }

  private static void allowOnly(
      ResourceRequest request, JsonNode node, String path, Set<String> known)
      throws UnsupportedProperty {
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!known.contains(member.getKey())) {
        throw new UnsupportedProperty(
            request, path + "." + member.getKey(), "known here are " + String.join(", ", known));
      }
    }
  }
}
