package dev.zerotomillions.local.functions.types;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.functions.model.DeployedFunction;
import dev.zerotomillions.local.functions.model.FunctionVersion;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** {@code AWS::Lambda::Function}. */
final class FunctionType implements ResourceType {

  /** AWS leaves at least as many to the functions that reserve nothing. */
  private static final int LEAST_UNRESERVED = 100;

  private final Deployment deployment;
  private final FunctionProperties properties;

  FunctionType(Deployment deployment, FunctionProperties properties) {
    this.deployment = deployment;
    this.properties = properties;
  }

  @Override
  public String name() {
    return "AWS::Lambda::Function";
  }

  @Override
  public PropertyRules properties() {
    return FunctionProperties.RULES;
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("FunctionName", "PackageType");
  }

  @Override
  public Provisioned create(ResourceRequest request) throws ResourceFailed {
    var function = deploy(request, request.properties().path("FunctionName").asText(""));
    return provisioned(function);
  }

  @Override
  public Provisioned update(ResourceRequest request, Provisioned current, ObjectNode before)
      throws ResourceFailed {
    return provisioned(deploy(request, current.physicalId()));
  }

  @Override
  public void restore(ResourceRequest request, Provisioned current) throws ResourceFailed {
    deploy(request, current.physicalId());
  }

  @Override
  public void delete(ResourceRequest request, Provisioned current) {
    deployment.remove(request.region(), current.physicalId());
  }

  private FunctionVersion deploy(ResourceRequest request, String name) throws ResourceFailed {
    var latest = properties.read(request, name.isEmpty() ? PhysicalName.of(request) : name);
    var reserved = Properties.of(request).integer("ReservedConcurrentExecutions");
    checkReservation(latest, reserved);
    deployment.deploy(latest, reserved, request.properties());
    return latest;
  }

  private void checkReservation(FunctionVersion function, OptionalInt reserved)
      throws ResourceFailed {
    var own =
        deployment
            .registry()
            .find(function.region(), function.name())
            .map(DeployedFunction::reserved)
            .orElse(OptionalInt.empty())
            .orElse(0);
    var left = deployment.concurrency().unreserved(function.region()) + own - reserved.orElse(0);
    if (reserved.orElse(0) > 0 && left < LEAST_UNRESERVED) {
      throw new ResourceFailed(
          "Specified ReservedConcurrentExecutions for function %s decreases account's UnreservedConcurrentExecution below its minimum value of [%d]."
              .formatted(function.name(), LEAST_UNRESERVED));
    }
  }

  private static Provisioned provisioned(FunctionVersion function) {
    var text = JsonNodeFactory.instance;
    return new Provisioned(
        function.name(),
        Map.of(
            "Arn",
            text.textNode(function.functionArn()),
            "SnapStartResponse.ApplyOn",
            text.textNode(function.snapStart() ? "PublishedVersions" : "None"),
            "SnapStartResponse.OptimizationStatus",
            text.textNode("Off")));
  }
}
