package dev.zerotomillions.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.ResourceType;
import dev.zerotomillions.local.resources.ResourceTypes;
import dev.zerotomillions.local.template.Dependencies;
import dev.zerotomillions.local.template.Environment;
import dev.zerotomillions.local.template.OutputDeclaration;
import dev.zerotomillions.local.template.Resolver;
import dev.zerotomillions.local.template.ResourceDeclaration;
import dev.zerotomillions.local.template.TemplateError;
import dev.zerotomillions.local.template.Where;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Whether a template can be deployed here at all. */
final class Soundness {
  private final ResourceTypes types;
  private final Environment environment;
  private final Map<String, ResourceDeclaration> resources;
  private final Values values;

  /**
   * @param resources those whose condition holds
   * @param values what is known before the deployment
   */
  Soundness(
      ResourceTypes types,
      Environment environment,
      Map<String, ResourceDeclaration> resources,
      Values values) {
    this.types = types;
    this.environment = environment;
    this.resources = resources;
    this.values = values;
  }

  void checkTypes() throws TemplateError {
    for (ResourceDeclaration each : resources.values()) {
      Where where = where(each);
      Optional<ResourceType> type = types.find(each.type());
      if (type.isEmpty()) {
        throw where.error(
            "resource type %s is not supported by the local emulator, which knows %s"
                .formatted(each.type(), String.join(", ", types.names())));
      }
      PropertyRules rules = type.get().properties();
      for (Map.Entry<String, JsonNode> property : each.properties().properties()) {
        if (!rules.accepts(property.getKey())) {
          throw where
              .in(property.getKey())
              .error(
                  "%s does not support this property in the local emulator; it supports %s"
                      .formatted(each.type(), new TreeSet<>(rules.all())));
        }
      }
    }
  }

  /** What depends on what, every reference checked. */
  Graph graph(Predicate<String> importable) throws TemplateError {
    Map<String, Set<String>> edges = new LinkedHashMap<>();
    for (ResourceDeclaration each : resources.values()) {
      Dependencies dependencies = Dependencies.of(each.properties(), environment, where(each));
      checkReferences(dependencies, importable);
      checkValue(each.properties(), where(each));
      Set<String> needed = new LinkedHashSet<>(dependencies.resources().keySet());
      needed.addAll(explicit(each));
      edges.put(each.logicalId(), needed);
    }
    Graph graph = new Graph(edges);
    Optional<List<String>> circle = graph.circle();
    if (circle.isPresent()) {
      throw Where.of(environment.stack().name(), circle.get().getFirst())
          .error(
              "resources depend on each other in a circle: " + String.join(" -> ", circle.get()));
    }
    return graph;
  }

  void checkOutputs(List<OutputDeclaration> outputs) throws TemplateError {
    for (OutputDeclaration output : outputs) {
      Where where = Where.of(environment.stack().name(), "Outputs").in(output.name());
      checkReferences(Dependencies.of(output.value(), environment, where), any -> true);
      checkValue(output.value(), where);
    }
  }

  private void checkReferences(Dependencies dependencies, Predicate<String> importable)
      throws TemplateError {
    for (Map.Entry<String, Where> each : dependencies.resources().entrySet()) {
      if (!resources.containsKey(each.getKey())) {
        String why =
            environment.template().resources().containsKey(each.getKey())
                ? "refers to %s, whose condition does not hold"
                : "refers to %s, which is neither a resource nor a parameter of this template";
        throw each.getValue().error(why.formatted(each.getKey()));
      }
    }
    for (Map.Entry<String, Where> each : dependencies.imports().entrySet()) {
      if (!importable.test(each.getKey())) {
        throw each.getValue()
            .error("imports %s, which no stack before this one exports".formatted(each.getKey()));
      }
    }
  }

  /** Finds mistakes in calls of intrinsic functions as far as their arguments are known. */
  private void checkValue(JsonNode value, Where where) throws TemplateError {
    Resolver resolver = new Resolver(environment, values);
    if (resolver.resolveIfKnown(value, where).isPresent()) {
      return;
    }
    for (Map.Entry<String, JsonNode> each : value.properties()) {
      checkValue(each.getValue(), where.in(each.getKey()));
    }
  }

  private Set<String> explicit(ResourceDeclaration resource) throws TemplateError {
    for (String id : resource.dependsOn()) {
      if (!environment.template().resources().containsKey(id)) {
        throw where(resource)
            .in("DependsOn")
            .error("depends on %s, which is no resource of this template".formatted(id));
      }
    }
    return resource.dependsOn();
  }

  private Where where(ResourceDeclaration resource) {
    return Where.of(environment.stack().name(), resource.logicalId());
  }
}
