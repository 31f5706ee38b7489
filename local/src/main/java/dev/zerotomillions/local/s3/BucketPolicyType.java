package dev.zerotomillions.local.s3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import dev.zerotomillions.local.resources.UnsupportedProperty;
import dev.zerotomillions.local.s3.store.Bucket;
import dev.zerotomillions.local.s3.store.Buckets;
import java.util.Map;
import java.util.Set;

/**
 * {@code AWS::S3::BucketPolicy}. What it denies is not denied here, where all that comes over the
 * loopback interface counts as secure; what it allows to others is refused, as there are none.
 */
final class BucketPolicyType implements ResourceType {
  private static final String DOCUMENT = "PolicyDocument";

  private final Buckets buckets;

  BucketPolicyType(Buckets buckets) {
    this.buckets = buckets;
  }

  @Override
  public String name() {
    return "AWS::S3::BucketPolicy";
  }

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours("Bucket", DOCUMENT);
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("Bucket");
  }

  @Override
  public Provisioned create(ResourceRequest request) throws ResourceFailed {
    JsonNode document = request.properties().path(DOCUMENT);
    for (JsonNode statement : document.path("Statement")) {
      if (!statement.path("Effect").asText().equals("Deny")) {
        throw new UnsupportedProperty(
            request,
            DOCUMENT + ".Statement",
            "statements that allow have no effect here; grant it to the callers' roles");
      }
    }
    String name = request.properties().path("Bucket").asText();
    Bucket bucket =
        buckets
            .find(name)
            .orElseThrow(
                () ->
                    new ResourceFailed(
                        "%s/%s (%s): there is no bucket %s"
                            .formatted(
                                request.stack(), request.logicalId(), request.type(), name)));
    bucket.set(DOCUMENT, document);
    return new Provisioned(name, Map.of());
  }

  @Override
  public Provisioned update(ResourceRequest request, Provisioned current, ObjectNode before)
      throws ResourceFailed {
    return create(request);
  }

  @Override
  public void delete(ResourceRequest request, Provisioned current) {
    buckets
        .find(current.physicalId())
        .ifPresent(bucket -> bucket.set(DOCUMENT, MissingNode.getInstance()));
  }
}
