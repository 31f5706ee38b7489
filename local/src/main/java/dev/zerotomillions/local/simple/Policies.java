package dev.zerotomillions.local.simple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.iam.Permissions;
import dev.zerotomillions.local.iam.policy.MalformedPolicy;
import dev.zerotomillions.local.iam.policy.PolicyDocument;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;

/** Reads the policies in templates. */
final class Policies {
  private Policies() {}

  static PolicyDocument read(ResourceRequest request, JsonNode document) throws ResourceFailed {
    try {
      PolicyDocument policy = PolicyDocument.of(document);
      Permissions.requireKnown(policy.conditionKeys());
      return policy;
    } catch (MalformedPolicy e) {
      throw new ResourceFailed(
          "%s/%s (%s): %s"
              .formatted(request.stack(), request.logicalId(), request.type(), e.getMessage()),
          e);
    }
  }
}
