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

/**
 * {@code AWS::Lambda::Version}: the function as it is when this is created.
 *
 * <p>CDK makes a new one whenever the function changes and deletes the old one, so what stands
 * after a restart was published from the function that is restored with it.
 */
final class VersionType implements ResourceType {
  private final Deployment deployment;

  VersionType(Deployment deployment) {
    this.deployment = deployment;
  }

  @Override
  public String name() {
    return "AWS::Lambda::Version";
  }

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours("FunctionName", "Description").andIgnores("CodeSha256");
  }

  @Override
  public Set<String> replacedBy() {
    return properties().all();
  }

  @Override
  public Provisioned create(ResourceRequest request) throws ResourceFailed {
    var function = FunctionPart.of(request).in(deployment.registry());
    var number = publishedAlready(function, request);
    return publish(request, function, number == 0 ? next(function) : number);
  }

  @Override
  public Provisioned update(ResourceRequest request, Provisioned current, ObjectNode before) {
    return current;
  }

  @Override
  public void restore(ResourceRequest request, Provisioned current) throws ResourceFailed {
    publish(request, FunctionPart.of(request).in(deployment.registry()), number(current));
  }

  @Override
  public void delete(ResourceRequest request, Provisioned current) throws ResourceFailed {
    var function = FunctionPart.of(request).find(deployment.registry());
    if (function.isEmpty()) {
      return;
    }
    var number = String.valueOf(number(current));
    var version = function.get().versions().get(number);
    deployment
        .registry()
        .change(function.get(), now -> now.withVersions(versions -> versions.remove(number)));
    if (version != null) {
      deployment.retire(version);
    }
  }

  private Provisioned publish(ResourceRequest request, DeployedFunction function, int number) {
    var text = String.valueOf(number);
    var description = Properties.of(request).text("Description", "");
    deployment
        .registry()
        .change(
            function,
            now ->
                now.withVersions(
                    versions -> versions.put(text, now.latest().published(text, description))));
    var arn = function.latest().functionArn();
    var json = JsonNodeFactory.instance;
    return new Provisioned(
        arn + ":" + text,
        Map.of("Version", json.textNode(text), "FunctionArn", json.textNode(arn + ":" + text)));
  }

  /** The version that an interrupted creation has published, or 0: publishing twice makes one. */
  private static int publishedAlready(DeployedFunction function, ResourceRequest request) {
    return function.versions().values().stream()
        .filter(each -> each.revision().equals(revision(function, each, request)))
        .mapToInt(each -> Integer.parseInt(each.version()))
        .findFirst()
        .orElse(0);
  }

  private static String revision(
      DeployedFunction function, FunctionVersion version, ResourceRequest request) {
    var description = Properties.of(request).text("Description", "");
    return function.latest().published(version.version(), description).revision();
  }

  private static int next(DeployedFunction function) {
    return 1 + function.versions().keySet().stream().mapToInt(Integer::parseInt).max().orElse(0);
  }

  private static int number(Provisioned current) {
    var arn = current.physicalId();
    return Integer.parseInt(arn.substring(arn.lastIndexOf(':') + 1));
  }
}
