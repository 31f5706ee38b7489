package dev.zerotomillions.local.resources;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A resource that stands.
 *
 * @param physicalId what {@code Ref} gives
 * @param attributes what {@code Fn::GetAtt} gives, by attribute name
 */
public record Provisioned(String physicalId, Map<String, JsonNode> attributes) {
  public Provisioned {
    attributes = Map.copyOf(attributes);
  }
}
