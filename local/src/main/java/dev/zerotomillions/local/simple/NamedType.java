package dev.zerotomillions.local.simple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import java.util.Map;
import java.util.Set;

/**
 * A resource type that has a name and an ARN, and knowingly no effect here: only AWS acts on it.
 *
 * @param nameProperty the property that gives it its physical name
 * @param arns what its attributes are
 */
record NamedType(String name, PropertyRules properties, String nameProperty, Arns arns)
    implements ResourceType {

  /** The attributes of a resource by its physical name. */
  @FunctionalInterface
  interface Arns {
    Map<String, JsonNode> of(ResourceRequest request, String physicalName);
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of(nameProperty);
  }

  @Override
  public Provisioned create(ResourceRequest request) {
    String physicalName = Names.of(request, nameProperty);
    return new Provisioned(physicalName, arns.of(request, physicalName));
  }

  @Override
  public Provisioned update(ResourceRequest request, Provisioned current, ObjectNode before) {
    return new Provisioned(current.physicalId(), arns.of(request, current.physicalId()));
  }

  @Override
  public void delete(ResourceRequest request, Provisioned current) {}
}
