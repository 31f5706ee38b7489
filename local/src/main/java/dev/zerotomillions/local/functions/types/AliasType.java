package dev.zerotomillions.local.functions.types;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.functions.model.Alias;
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
    if (!function.versions().containsKey(alias.version())) {
      throw new ResourceFailed(
          "%s/%s: function %s has no version %s"
              .formatted(
                  request.stack(), request.logicalId(), function.latest().name(), alias.version()));
    }
    deployment
        .registry()
        .change(function, now -> now.withAliases(aliases -> aliases.put(alias.name(), alias)));
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
        .ifPresent(
            function ->
                deployment
                    .registry()
                    .change(function, now -> now.withAliases(aliases -> aliases.remove(name))));
  }

  private static Alias read(ResourceRequest request) throws ResourceFailed {
    var properties = Properties.of(request);
    if (properties.has("ProvisionedConcurrencyConfig")) {
      throw properties.refused(
          "ProvisionedConcurrencyConfig", "it starts environments on demand; leave it out locally");
    }
    var weights = new HashMap<String, Double>();
    for (var each : request.properties().at("/RoutingConfig/AdditionalVersionWeights")) {
      weights.put(each.path("FunctionVersion").asText(), each.path("FunctionWeight").asDouble());
    }
    return new Alias(
        properties.text("Name"),
        properties.text("FunctionVersion"),
        properties.text("Description", ""),
        weights,
        0);
  }
}
