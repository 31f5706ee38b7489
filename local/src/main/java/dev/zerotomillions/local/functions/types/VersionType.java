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
import java.util.Set;

/** {@code AWS::Lambda::Version}: the function as it is when this is created. */
final class VersionType implements ResourceType {
  private final Deployment deployment;
  private final VersionStore store;
  private final FunctionProperties properties;

  VersionType(Deployment deployment, VersionStore store, FunctionProperties properties) {
    this.deployment = deployment;
    this.store = store;
    this.properties = properties;
  }

  @Override
  public String name() {
    return "AWS::Lambda::Version";
  }

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours("FunctionName", "Description", "CodeSha256");
  }

  @Override
  public Set<String> replacedBy() {
    return properties().all();
  }

  @Override
  public Provisioned create(ResourceRequest request) throws ResourceFailed {
    var function = FunctionPart.of(request).in(deployment.registry());
    var name = function.latest().name();
    requireCode(request, function.latest());
    var published = store.number(name, request, function.properties());
    var number =
        published.isPresent()
            ? published.getAsInt()
            : store.publish(name, request, function.properties());
    add(request, function, number);
    return provisioned(function.latest().functionArn(), number);
  }

  @Override
  public Provisioned update(ResourceRequest request, Provisioned current, ObjectNode before) {
    return current;
  }

  @Override
  public void restore(ResourceRequest request, Provisioned current) throws ResourceFailed {
    add(request, FunctionPart.of(request).in(deployment.registry()), number(current));
  }

  @Override
  public void delete(ResourceRequest request, Provisioned current) throws ResourceFailed {
    var part = FunctionPart.of(request);
    var number = number(current);
    store.forget(request.region(), part.function().name(), number);
    part.find(deployment.registry())
        .ifPresent(function -> deployment.removeVersion(function, "" + number));
  }

  private void add(ResourceRequest request, DeployedFunction function, int number)
      throws ResourceFailed {
    var name = function.latest().name();
    var kept = store.properties(request.region(), name, number);
    var was =
        new ResourceRequest(
            request.region(),
            request.account(),
            request.stack(),
            request.logicalId(),
            request.type(),
            kept);
    var description =
        Properties.of(request).text("Description", kept.path("Description").asText(""));
    deployment.addVersion(function, properties.read(was, name).published("" + number, description));
  }

  private static void requireCode(ResourceRequest request, FunctionVersion latest)
      throws ResourceFailed {
    var expected = Properties.of(request).text("CodeSha256", latest.code().sha256());
    if (!expected.equals(latest.code().sha256())) {
      throw new ResourceFailed(
          "%s/%s: CodeSha256 is %s, but the function's code is %s"
              .formatted(request.stack(), request.logicalId(), expected, latest.code().sha256()));
    }
  }

  private static Provisioned provisioned(String functionArn, int number) {
    var json = JsonNodeFactory.instance;
    var arn = functionArn + ":" + number;
    return new Provisioned(
        arn, Map.of("Version", json.textNode("" + number), "FunctionArn", json.textNode(arn)));
  }

  private static int number(Provisioned current) {
    var arn = current.physicalId();
    return Integer.parseInt(arn.substring(arn.lastIndexOf(':') + 1));
  }
}
