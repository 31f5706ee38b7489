package dev.zerotomillions.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.resources.Provisioned;
import java.util.Map;

/** A resource that stands, and what it was provisioned from. */
record Standing(Wanted from, String physicalId, Map<String, JsonNode> attributes) {
  Standing {
    attributes = Map.copyOf(attributes);
  }

  static Standing of(Wanted from, Provisioned provisioned) {
    return new Standing(from, provisioned.physicalId(), provisioned.attributes());
  }

  boolean isReplacedBy(Standing other) {
    return !physicalId.equals(other.physicalId);
  }

  Provisioned provisioned() {
    return new Provisioned(physicalId, attributes);
  }
}
