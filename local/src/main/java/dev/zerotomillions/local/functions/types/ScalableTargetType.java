package dev.zerotomillions.local.functions.types;

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
 * {@code AWS::ApplicationAutoScaling::ScalableTarget} of an alias's provisioned concurrency.
 *
 * <p>Its minimum is kept ready. It never scales beyond that: more load starts more environments
 * here without being asked.
 */
final class ScalableTargetType implements ResourceType {
  private static final String DIMENSION = "lambda:function:ProvisionedConcurrency";

  private final Deployment deployment;

  ScalableTargetType(Deployment deployment) {
    this.deployment = deployment;
  }

  @Override
  public String name() {
    return "AWS::ApplicationAutoScaling::ScalableTarget";
  }

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours(
            "MinCapacity", "ResourceId", "ScalableDimension", "ServiceNamespace")
        .andIgnores("MaxCapacity", "RoleARN", "ScheduledActions", "SuspendedState");
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("ResourceId", "ScalableDimension", "ServiceNamespace");
  }

  @Override
  public Provisioned create(ResourceRequest request) throws ResourceFailed {
    var properties = Properties.of(request);
    if (!properties.text("ScalableDimension").equals(DIMENSION)) {
      throw properties.refused(
          "ScalableDimension", "only an alias's provisioned concurrency scales here");
    }
    provision(request, properties.integer("MinCapacity").orElse(0));
    var id =
        "%s|%s|%s"
            .formatted(
                properties.text("ResourceId"), DIMENSION, properties.text("ServiceNamespace"));
    return new Provisioned(id, Map.of("Id", JsonNodeFactory.instance.textNode(id)));
  }

  @Override
  public Provisioned update(ResourceRequest request, Provisioned current, ObjectNode before)
      throws ResourceFailed {
    return create(request);
  }

  @Override
  public void restore(ResourceRequest request, Provisioned current) throws ResourceFailed {
    create(request);
  }

  @Override
  public void delete(ResourceRequest request, Provisioned current) {}

  /** The resource's id is {@code function:<name>:<alias>}. */
  private void provision(ResourceRequest request, int least) throws ResourceFailed {
    var parts = Properties.of(request).text("ResourceId").split(":", -1);
    var function =
        deployment
            .registry()
            .find(request.region(), parts.length == 3 ? parts[1] : "")
            .filter(each -> each.aliases().containsKey(parts[2]))
            .orElseThrow(
                () ->
                    new ResourceFailed(
                        "%s/%s: ResourceId %s names no function's alias"
                            .formatted(
                                request.stack(),
                                request.logicalId(),
                                request.properties().path("ResourceId").asText())));
    var alias = function.aliases().get(parts[2]);
    if (alias != null && alias.provisioned() < least) {
      deployment.putAlias(function, alias.withProvisioned(least));
    }
  }
}
