package dev.zerotomillions.local.functions.types;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.functions.model.FunctionVersion;
import dev.zerotomillions.local.functions.model.RetryRules;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** {@code AWS::Lambda::EventInvokeConfig}: how a function's events are retried. */
final class EventInvokeConfigType implements ResourceType {
  private final Deployment deployment;

  EventInvokeConfigType(Deployment deployment) {
    this.deployment = deployment;
  }

  @Override
  public String name() {
    return "AWS::Lambda::EventInvokeConfig";
  }

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours(
        "FunctionName", "Qualifier", "MaximumEventAgeInSeconds", "MaximumRetryAttempts");
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("FunctionName", "Qualifier");
  }

  @Override
  public Provisioned create(ResourceRequest request) throws ResourceFailed {
    var function = FunctionPart.of(request).in(deployment.registry());
    var properties = Properties.of(request);
    var age = (int) RetryRules.DEFAULT.maximumAge().toSeconds();
    var rules =
        new RetryRules(
            properties.integer("MaximumRetryAttempts", RetryRules.DEFAULT.retries(), 0, 2),
            Duration.ofSeconds(properties.integer("MaximumEventAgeInSeconds", age, 60, age)));
    var qualifier = qualifier(request);
    deployment
        .registry()
        .change(function, now -> now.withRetryRules(all -> all.put(qualifier, rules)));
    return new Provisioned("%s|%s".formatted(function.latest().functionArn(), qualifier), Map.of());
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
    var qualifier = qualifier(request);
    FunctionPart.of(request)
        .find(deployment.registry())
        .ifPresent(
            function ->
                deployment
                    .registry()
                    .change(function, now -> now.withRetryRules(all -> all.remove(qualifier))));
  }

  private static String qualifier(ResourceRequest request) {
    return Properties.of(request).text("Qualifier", FunctionVersion.LATEST);
  }
}
