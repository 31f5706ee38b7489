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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks all stacks over before anything is deployed. Good for one deployment. */
final class Planner {

  /** What tells one export from another. */
  private record Export(String region, String name) {}

  private final ResourceTypes types;
  private final Stacks stacks;
  private final String defaultRegion;
  private final String account;
  private final Problems problems = new Problems();
  private final List<StackPlan> plans = new ArrayList<>();
  private final Map<String, StackKey> keys = new HashMap<>();
  private final Set<StackKey> unread = new HashSet<>();

  private final Map<Export, StackKey> exports = new HashMap<>();

  Planner(ResourceTypes types, Stacks stacks, String defaultRegion, String account) {
    this.types = types;
    this.stacks = stacks;
    this.defaultRegion = defaultRegion;
    this.account = account;
  }

  List<StackPlan> plan(List<StackArtifact> artifacts) throws DeploymentFailed {
    for (StackArtifact artifact : artifacts) {
      StackKey key = new StackKey(artifact.region().orElse(defaultRegion), artifact.name());
      checkOrder(artifact, key);
      keys.put(artifact.name(), key);
      if (!problems.passes(() -> plans.add(plan(artifact, key)))) {
        unread.add(key);
      }
    }
    new Safety(types, stacks, problems).check(plans, unread);
    problems.refuse();
    return plans;
  }

  /** Stacks come after those that they depend on, so those of a circle never do. */
  private void checkOrder(StackArtifact artifact, StackKey key) {
    if (keys.containsValue(key)) {
      problems.add("Stack %s is there twice in %s".formatted(key.name(), key.region()));
    }
    for (String dependency : artifact.dependencies()) {
      if (!keys.containsKey(dependency)) {
        problems.add(
            "Stack %s depends on stack %s, which is not deployed before it"
                .formatted(key.name(), dependency));
      }
    }
  }

  private StackPlan plan(StackArtifact artifact, StackKey key) throws TemplateError {
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
    ReferenceCheck references =
        new ReferenceCheck(
            environment,
            resources,
            export -> exporter(key, export).isPresent() || !unread.isEmpty(),
            new Values(stacks, key, true),
            problems);
    Soundness soundness = new Soundness(types, environment, resources, references, problems);
    soundness.checkTypes();
    Graph graph = soundness.graph();
    soundness.checkOutputs(outputs);
    Set<StackKey> dependencies = new LinkedHashSet<>();
    artifact.dependencies().stream()
        .flatMap(name -> Optional.ofNullable(keys.get(name)).stream())
        .forEach(dependencies::add);
    references.imports().forEach(each -> exporter(key, each).ifPresent(dependencies::add));
    for (OutputDeclaration each : outputs) {
      problems.passes(() -> export(each, key, environment));
    }
    return new StackPlan(
        key,
        plans.size(),
        artifact.terminationProtection(),
        List.copyOf(dependencies),
        environment,
        resources,
        graph,
        outputs);
  }

  private void export(OutputDeclaration output, StackKey stack, Environment environment)
      throws TemplateError {
    if (output.export().isEmpty()) {
      return;
    }
    Where where = Where.of(stack.name(), "Outputs");
    String name =
        new Resolver(environment, Scope.NOTHING).resolve(output.export().get(), where).asText();
    StackKey other = exports.putIfAbsent(new Export(stack.region(), name), stack);
    if (other != null) {
      throw where.error("stack %s exports %s already".formatted(other.name(), name));
    }
  }

  /** The stack that exports a name to another stack of its region. */
  private Optional<StackKey> exporter(StackKey importing, String export) {
    return Optional.ofNullable(exports.get(new Export(importing.region(), export)));
  }
}
