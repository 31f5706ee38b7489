package dev.zerotomillions.local.ssm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import dev.zerotomillions.local.resources.UnsupportedProperty;
import java.util.Map;
import java.util.Set;

/** {@code AWS::SSM::Parameter}. CloudFormation makes no secure ones, here as on AWS. */
final class ParameterType implements ResourceType {
  private final ParameterWrites writes;
  private final ParameterStore store;

  ParameterType(ParameterWrites writes, ParameterStore store) {
    this.writes = writes;
    this.store = store;
  }

  @Override
  public String name() {
    return "AWS::SSM::Parameter";
  }

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours(
            "Name", "Type", "Value", "Description", "AllowedPattern", "DataType", "Tier")
        .andIgnores("Tags", "Policies");
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("Name");
  }

  @Override
  public Provisioned create(ResourceRequest request) throws ResourceFailed {
    String generated = "CFN-%s-%s".formatted(request.logicalId(), request.stack());
    return put(request, request.properties().path("Name").asText(generated));
  }

  @Override
  public Provisioned update(ResourceRequest request, Provisioned current, ObjectNode before)
      throws ResourceFailed {
    return put(request, current.physicalId());
  }

  @Override
  public void delete(ResourceRequest request, Provisioned current) {
    store.remove(request.region(), current.physicalId());
  }

  private Provisioned put(ResourceRequest request, String name) throws ResourceFailed {
    String type = request.properties().path("Type").asText();
    String value = request.properties().path("Value").asText();
    if (type.equals(Parameter.SECURE)) {
      throw new UnsupportedProperty(request, "Type", "CloudFormation makes no SecureString");
    }
    Parameter there = store.latest(request.region(), name);
    boolean same = there != null && there.storedValue().equals(value) && there.type().equals(type);
    if (!same) {
      ObjectNode input = request.properties().deepCopy();
      input.put("Name", name).put("Overwrite", true);
      try {
        writes.put(request.region(), input);
      } catch (AwsError e) {
        throw new ResourceFailed(
            "%s/%s (%s): %s"
                .formatted(request.stack(), request.logicalId(), request.type(), e.message()),
            e);
      }
    }
    return new Provisioned(
        name, Map.of("Type", TextNode.valueOf(type), "Value", TextNode.valueOf(value)));
  }
}
