package dev.zerotomillions.local.deploy;

import dev.zerotomillions.local.assembly.StackArtifact;
import dev.zerotomillions.local.resources.ResourceTypes;
import dev.zerotomillions.local.template.Environment;
import dev.zerotomillions.local.template.OutputDeclaration;
import dev.zerotomillions.local.template.Resolver;
import dev.zerotomillions.local.template.ResourceDeclaration;
import dev.zerotomillions.local.template.Scope;
import dev.zerotomillions.local.template.StackIdentity;
import dev.zerotomillions.local.template.Template;
import dev.zerotomillions.local.template.TemplateError;
import dev.zerotomillions.local.template.Where;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks all stacks over before anything is deployed. */
final class Planner {
  private final ResourceTypes types;
  private final Stacks stacks;
  private final String defaultRegion;
  private final String account;

  Planner(ResourceTypes types, Stacks stacks, String defaultRegion, String account) {
    this.types = types;
    this.stacks = stacks;
    this.defaultRegion = defaultRegion;
    this.account = account;
  }

  List<StackPlan> plan(List<StackArtifact> artifacts) throws TemplateError, DeploymentFailed {
    Map<String, StackKey> keys = new HashMap<>();
    Map<StackKey, String> exports = new HashMap<>();
    List<StackPlan> plans = new ArrayList<>();
    for (StackArtifact artifact : artifacts) {
      StackKey key = new StackKey(artifact.region().orElse(defaultRegion), artifact.name());
      keys.put(artifact.name(), key);
      StackPlan plan = plan(artifact, key, plans.size(), keys, exports);
      for (OutputDeclaration output : plan.outputs()) {
        export(output, plan, exports);
      }
      plans.add(plan);
    }
    Safety.check(plans, types, stacks);
    return plans;
  }

  private StackPlan plan(
      StackArtifact artifact,
      StackKey key,
      int position,
      Map<String, StackKey> keys,
      Map<StackKey, String> exports)
      throws TemplateError {
    Template template = Template.parse(key.name(), artifact.template());
    Environment environment =
        new Environment(
            new StackIdentity(key.region(), account, key.name()), template, artifact.parameters());
    Map<String, ResourceDeclaration> resources = new LinkedHashMap<>();
    for (ResourceDeclaration each : template.resources().values()) {
      if (environment.includes(each.condition(), Where.of(key.name(), each.logicalId()))) {
        resources.put(each.logicalId(), each);
      }
    }
    List<OutputDeclaration> outputs = new ArrayList<>();
    for (OutputDeclaration each : template.outputs().values()) {
      if (environment.includes(each.condition(), Where.of(key.name(), "Outputs"))) {
        outputs.add(each);
      }
    }
    Soundness soundness =
        new Soundness(types, environment, resources, new Values(stacks, key, true));
    soundness.checkTypes();
    Graph graph =
        soundness.graph(importable -> exports.containsKey(new StackKey(key.region(), importable)));
    soundness.checkOutputs(outputs);
    return new StackPlan(
        key,
        position,
        artifact.terminationProtection(),
        artifact.dependencies().stream().map(keys::get).filter(each -> each != null).toList(),
        environment,
        resources,
        graph,
        outputs);
  }

  private static void export(
      OutputDeclaration output, StackPlan plan, Map<StackKey, String> exports)
      throws TemplateError {
    if (output.export().isEmpty()) {
      return;
    }
    Where where = Where.of(plan.key().name(), "Outputs");
    String name =
        new Resolver(plan.environment(), Scope.NOTHING)
            .resolve(output.export().get(), where)
            .asText();
    String other = exports.put(new StackKey(plan.key().region(), name), plan.key().name());
    if (other != null) {
      throw where.error("stack %s exports %s already".formatted(other, name));
    }
  }
}
