package dev.zerotomillions.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.ResourceType;
import dev.zerotomillions.local.resources.ResourceTypes;
import dev.zerotomillions.local.template.Environment;
import dev.zerotomillions.local.template.OutputDeclaration;
import dev.zerotomillions.local.template.ResourceDeclaration;
import dev.zerotomillions.local.template.Where;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether a template can be deployed here at all. */
final class Soundness {
  private final ResourceTypes types;
  private final Environment environment;
  private final Map<String, ResourceDeclaration> resources;
  private final ReferenceCheck references;
  private final Problems problems;

  /**
   * @param resources those whose condition holds
   */
  Soundness(
      ResourceTypes types,
      Environment environment,
      Map<String, ResourceDeclaration> resources,
      ReferenceCheck references,
      Problems problems) {
    this.types = types;
    this.environment = environment;
    this.resources = resources;
    this.references = references;
    this.problems = problems;
  }

  void checkTypes() {
    for (ResourceDeclaration each : resources.values()) {
      Optional<ResourceType> type = types.find(each.type());
      if (type.isPresent()) {
        checkProperties(each, type.get().properties());
      } else {
        add(
            where(each),
            "resource type %s is not supported by the local emulator, which knows %s"
                .formatted(each.type(), String.join(", ", types.names())));
      }
    }
  }

  private void checkProperties(ResourceDeclaration resource, PropertyRules rules) {
    for (Map.Entry<String, JsonNode> property : resource.properties().properties()) {
      if (!rules.accepts(property.getKey())) {
        add(
            where(resource).in(property.getKey()),
            "%s does not support this property in the local emulator; it supports %s"
                .formatted(resource.type(), new TreeSet<>(rules.all())));
      }
    }
  }

  /** What depends on what, every reference checked. */
  Graph graph() {
    Map<String, Set<String>> edges = new LinkedHashMap<>();
    for (ResourceDeclaration each : resources.values()) {
      Set<String> needed = new LinkedHashSet<>(explicit(each));
      for (Map.Entry<String, JsonNode> property : each.properties().properties()) {
        needed.addAll(references.check(property.getValue(), where(each).in(property.getKey())));
      }
      edges.put(each.logicalId(), needed);
    }
    Graph graph = new Graph(edges);
    Optional<List<String>> circle = graph.circle();
    circle.ifPresent(
        ids ->
            add(
                Where.of(environment.stack().name(), ids.getFirst()),
                "resources depend on each other in a circle: " + String.join(" -> ", ids)));
    return graph;
  }

  void checkOutputs(List<OutputDeclaration> outputs) {
    for (OutputDeclaration output : outputs) {
      references.check(
          output.value(), Where.of(environment.stack().name(), "Outputs").in(output.name()));
    }
  }

  private Set<String> explicit(ResourceDeclaration resource) {
    for (String id : resource.dependsOn()) {
      if (!environment.template().resources().containsKey(id)) {
        add(
            where(resource).in("DependsOn"),
            "depends on %s, which is no resource of this template".formatted(id));
      }
    }
    return resource.dependsOn();
  }

  private void add(Where where, String problem) {
    problems.add(String.valueOf(where.error(problem).getMessage()));
  }

  private Where where(ResourceDeclaration resource) {
    return Where.of(environment.stack().name(), resource.logicalId());
  }
}
