package dev.zerotomillions.local.functions.types;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import java.util.Map;
import java.util.Set;

/**
 * {@code AWS::ApplicationAutoScaling::ScalingPolicy}: without a local effect, since environments
 * are started here as they are needed.
 */
final class ScalingPolicyType implements ResourceType {

  @Override
  public String name() {
    return "AWS::ApplicationAutoScaling::ScalingPolicy";
  }

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours("PolicyName")
        .andIgnores(
            "PolicyType",
            "PredictiveScalingPolicyConfiguration",
            "ResourceId",
            "ScalableDimension",
            "ScalingTargetId",
            "ServiceNamespace",
            "StepScalingPolicyConfiguration",
            "TargetTrackingScalingPolicyConfiguration");
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of(
        "PolicyName", "ResourceId", "ScalableDimension", "ScalingTargetId", "ServiceNamespace");
  }

  @Override
  public Provisioned create(ResourceRequest request) {
    var arn =
        "arn:aws:autoscaling:%s:%s:scalingPolicy:%s:resource/lambda/policyName/%s"
            .formatted(
                request.region(),
                request.account(),
                PhysicalName.of(request),
                Properties.of(request).text("PolicyName", PhysicalName.of(request)));
    return new Provisioned(arn, Map.of("Arn", JsonNodeFactory.instance.textNode(arn)));
  }

  @Override
  public Provisioned update(ResourceRequest request, Provisioned current, ObjectNode before) {
    return current;
  }

  @Override
  public void delete(ResourceRequest request, Provisioned current) {}
}
