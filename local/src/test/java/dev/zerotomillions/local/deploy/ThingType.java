package dev.zerotomillions.local.deploy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import java.util.Map;
import java.util.Set;

/**
 * A type that makes things in a {@link World}. A change of {@code Kind} replaces a thing by one
 * with another id, a change of {@code Shape} by one with the same id, and {@code Fail} makes it
 * fail.
 */
record ThingType(String name, boolean stateful, World world) implements ResourceType {

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours("Kind", "Shape", "Value", "Needs", "Fail");
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("Kind", "Shape");
  }

  @Override
  public Provisioned create(ResourceRequest request) throws ResourceFailed {
    String kind = request.properties().path("Kind").asText("plain");
    return make(
        request, "%s-%s-%s".formatted(request.stack(), request.logicalId(), kind), "create");
  }

  @Override
  public Provisioned update(ResourceRequest request, Provisioned current, ObjectNode before)
      throws ResourceFailed {
    return make(request, current.physicalId(), "update");
  }

  @Override
  public void delete(ResourceRequest request, Provisioned current) throws ResourceFailed {
    world.called("delete " + current.physicalId());
    if (request.properties().path("Fail").asText().equals("delete")) {
      throw new ResourceFailed("it will not go");
    }
    world.remove(current.physicalId());
  }

  @Override
  public void restore(ResourceRequest request, Provisioned current) {
    world.called("restore " + current.physicalId());
  }

  private Provisioned make(ResourceRequest request, String id, String verb) throws ResourceFailed {
    world.called(verb + " " + id);
    if (request.properties().path("Fail").asText().equals(verb)) {
      throw new ResourceFailed("it will not be made");
    }
    world.put(id, request.properties());
    return new Provisioned(id, Map.of("Arn", JsonNodeFactory.instance.textNode("arn:test:" + id)));
  }
}
