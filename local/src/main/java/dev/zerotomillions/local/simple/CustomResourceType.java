package dev.zerotomillions.local.simple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.functions.Functions;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code Custom::*} and {@code AWS::CloudFormation::CustomResource}: a function provisions it.
 *
 * @param name the type's name
 * @param functions runs the function
 * @param responses takes its answer
 */
record CustomResourceType(String name, Functions functions, CustomResourceResponses responses)
    implements ResourceType {

  @Override
  public PropertyRules properties() {
    return PropertyRules.honoursAnything();
  }

  @Override
  public Provisioned create(ResourceRequest request) throws ResourceFailed {
    return call(request, "Create", null, null);
  }

  @Override
  public Provisioned update(ResourceRequest request, Provisioned current, ObjectNode before)
      throws ResourceFailed {
    return call(request, "Update", current.physicalId(), before);
  }

  @Override
  public void delete(ResourceRequest request, Provisioned current) throws ResourceFailed {
    Provisioned gone = call(request, "Delete", current.physicalId(), null);
    if (!gone.physicalId().equals(current.physicalId())) {
      throw new ResourceFailed(
          "the function answered a Delete of %s with another PhysicalResourceId, %s"
              .formatted(current.physicalId(), gone.physicalId()));
    }
  }

  private Provisioned call(
      ResourceRequest request,
      String requestType,
      @Nullable String physicalId,
      @Nullable ObjectNode before)
      throws ResourceFailed {
    JsonNode answer =
        new CustomResourceCall(functions, responses, request).send(requestType, physicalId, before);
    String id = answer.path("PhysicalResourceId").asText(physicalId == null ? "" : physicalId);
    if (id.isEmpty()) {
      throw new ResourceFailed("the function's answer has no PhysicalResourceId");
    }
    Map<String, JsonNode> attributes = new HashMap<>();
    for (Map.Entry<String, JsonNode> each : answer.path("Data").properties()) {
      attributes.put(each.getKey(), each.getValue());
    }
    return new Provisioned(id, attributes);
  }
}
