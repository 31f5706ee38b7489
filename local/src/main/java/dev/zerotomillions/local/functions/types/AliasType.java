package dev.zerotomillions.local.functions.types;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.functions.model.Alias;
import dev.zerotomillions.local.functions.model.DeployedFunction;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** {@code AWS::Lambda::Alias}. */
final class AliasType implements ResourceType {
  private final Deployment deployment;

  AliasType(Deployment deployment) {
    this.deployment = deployment;
  }

  @Override
  public String name() {
    return "AWS::Lambda::Alias";
  }

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours(
        "Description",
        "FunctionName",
        "FunctionVersion",
        "Name",
        "ProvisionedConcurrencyConfig",
        "RoutingConfig");
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("FunctionName", "Name");
  }

  @Override
  public Provisioned create(ResourceRequest request) throws ResourceFailed {
    var function = FunctionPart.of(request).in(deployment.registry());
    var alias = read(request);
    requireVersion(request, function, alias.version());
    for (var each : alias.weights().keySet()) {
      requireVersion(request, function, each);
    }
    deployment.putAlias(function, alias);
    var arn = function.latest().functionArn() + ":" + alias.name();
    return new Provisioned(arn, Map.of("AliasArn", JsonNodeFactory.instance.textNode(arn)));
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
  public void delete(ResourceRequest request, Provisioned current) throws ResourceFailed {
    var name = Properties.of(request).text("Name");
    FunctionPart.of(request)
        .find(deployment.registry())
        .ifPresent(function -> deployment.removeAlias(function, name));
  }

  private static void requireVersion(
      ResourceRequest request, DeployedFunction function, String version) throws ResourceFailed {
    if (function.resolve(version).isEmpty()) {
      throw new ResourceFailed(
          "%s/%s: function %s has no version %s"
              .formatted(request.stack(), request.logicalId(), function.latest().name(), version));
    }
  }

  private static Alias read(ResourceRequest request) throws ResourceFailed {
    var properties = Properties.of(request);
    var weights = new HashMap<String, Double>();
    for (var each : request.properties().at("/RoutingConfig/AdditionalVersionWeights")) {
      weights.put(each.path("FunctionVersion").asText(), each.path("FunctionWeight").asDouble());
    }
    return new Alias(
        properties.text("Name"),
        properties.text("FunctionVersion"),
        properties.text("Description", ""),
        weights,
        properties
            .in("ProvisionedConcurrencyConfig")
            .integer("ProvisionedConcurrentExecutions")
            .orElse(0));
  }
}
