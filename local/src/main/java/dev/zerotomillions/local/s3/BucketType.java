package dev.zerotomillions.local.s3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import dev.zerotomillions.local.s3.store.Bucket;
import dev.zerotomillions.local.s3.store.Buckets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code AWS::S3::Bucket}. */
final class BucketType implements ResourceType {
  private final Buckets buckets;

  BucketType(Buckets buckets) {
    this.buckets = buckets;
  }

  @Override
  public String name() {
    return "AWS::S3::Bucket";
  }

  /** Lifecycle rules take days, and no run of the emulator is that long. */
  @Override
  public PropertyRules properties() {
    return PropertyRules.honours(
            "BucketName",
            "BucketEncryption",
            "PublicAccessBlockConfiguration",
            "OwnershipControls",
            "VersioningConfiguration",
            "CorsConfiguration")
        .andIgnores("LifecycleConfiguration", "Tags");
  }

  @Override
  public boolean stateful() {
    return true;
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("BucketName");
  }

  @Override
  public Provisioned create(ResourceRequest request) throws ResourceFailed {
    return put(request, request.properties().path("BucketName").asText(generatedName(request)));
  }

  @Override
  public Provisioned update(ResourceRequest request, Provisioned current, ObjectNode before)
      throws ResourceFailed {
    return put(request, current.physicalId());
  }

  @Override
  public void delete(ResourceRequest request, Provisioned current) throws ResourceFailed {
    Bucket bucket = buckets.find(current.physicalId()).orElse(null);
    try {
      if (bucket != null && !buckets.delete(bucket)) {
        throw failed(request, "bucket %s is not empty".formatted(bucket.name()), null);
      }
    } catch (IOException e) {
      throw failed(request, e.toString(), e);
    }
  }

  private Provisioned put(ResourceRequest request, String name) throws ResourceFailed {
    if (!Buckets.isName(name)) {
      throw failed(request, name + " is no name for a bucket", null);
    }
    BucketRules.check(request);
    try {
      Bucket bucket = buckets.create(name, request.region());
      ObjectNode settings = request.properties().deepCopy();
      JsonNode policy = bucket.setting("PolicyDocument");
      if (!policy.isMissingNode()) {
        settings.set("PolicyDocument", policy);
      }
      bucket.set(settings);
    } catch (IOException e) {
      throw failed(request, e.toString(), e);
    }
    return new Provisioned(name, attributes(request, name));
  }

  private static Map<String, JsonNode> attributes(ResourceRequest request, String name) {
    Map<String, JsonNode> attributes = new HashMap<>();
    attributes.put("Arn", TextNode.valueOf("arn:aws:s3:::" + name));
    attributes.put("DomainName", TextNode.valueOf(name + ".s3.localhost"));
    attributes.put(
        "RegionalDomainName",
        TextNode.valueOf("%s.s3.%s.localhost".formatted(name, request.region())));
    return attributes;
  }

  /** A name as CloudFormation makes them, but the same each time for one resource. */
  private static String generatedName(ResourceRequest request) {
    String whole =
        String.join("/", request.account(), request.region(), request.stack(), request.logicalId());
    String unique =
        UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8))
            .toString()
            .replace("-", "")
            .substring(0, 12);
    String readable = request.stack() + "-" + request.logicalId();
    return (readable.substring(0, Math.min(50, readable.length())) + "-" + unique)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9-]", "-");
  }

  private static ResourceFailed failed(
      ResourceRequest request, String why, @Nullable Throwable cause) {
    String message =
        "%s/%s (%s): %s".formatted(request.stack(), request.logicalId(), request.type(), why);
    return cause == null ? new ResourceFailed(message) : new ResourceFailed(message, cause);
  }
}
