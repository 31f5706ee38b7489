package dev.zerotomillions.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a value refers to, each with the place where it does.
 *
 * <p>Of {@code Fn::If} only the branch that its condition selects counts.
 */
public final class Dependencies {
  private final Environment environment;
  private final Map<String, Where> resources = new LinkedHashMap<>();
  private final Map<String, Where> imports = new LinkedHashMap<>();

  private Dependencies(Environment environment) {
    this.environment = environment;
  }

  public static Dependencies of(JsonNode value, Environment environment, Where where)
      throws TemplateError {
    Dependencies dependencies = new Dependencies(environment);
    dependencies.collect(value, where);
    return dependencies;
  }

  /** Logical ids, by {@code Ref}, {@code Fn::GetAtt} and {@code Fn::Sub}. */
  public Map<String, Where> resources() {
    return resources;
  }

  /** Names of other stacks' exports. */
  public Map<String, Where> imports() {
    return imports;
  }

  private void collect(JsonNode value, Where where) throws TemplateError {
    Optional<Map.Entry<String, JsonNode>> call = Intrinsic.call(value, where);
    if (call.isPresent()) {
      collectCall(call.get().getKey(), call.get().getValue(), where);
    } else if (value.isObject()) {
      for (Map.Entry<String, JsonNode> each : value.properties()) {
        collect(each.getValue(), where.in(each.getKey()));
      }
    } else {
      for (int i = 0; i < value.size(); i++) {
        collect(value.get(i), where.in(i));
      }
    }
  }

  private void collectCall(String function, JsonNode argument, Where where) throws TemplateError {
    switch (function) {
      case "Ref" -> add(argument.asText(), where);
      case "Fn::GetAtt" -> add(References.attributeTarget(argument, where).getFirst(), where);
      case "Fn::Sub" -> collectVariables(argument, where);
      case "Fn::If" -> collect(References.chosen(argument, environment, where), where);
      case "Fn::ImportValue" -> {
        JsonNode name = new Resolver(environment, Scope.NOTHING).resolve(argument, where);
        imports.putIfAbsent(name.asText(), where);
      }
      default -> collect(argument, where);
    }
  }

  private void collectVariables(JsonNode argument, Where where) throws TemplateError {
    JsonNode text = argument.isArray() ? argument.path(0) : argument;
    Set<String> variables = new LinkedHashSet<>(Substitution.parse(text.asText()).variables());
    if (argument.isArray()) {
      collect(argument.path(1), where);
      Sections.names(argument.path(1)).forEach(variables::remove);
    }
    for (String variable : variables) {
      int dot = variable.indexOf('.');
      add(dot < 0 ? variable : variable.substring(0, dot), where);
    }
  }

  private void add(String id, Where where) {
    if (environment.constant(id).isEmpty()) {
      resources.putIfAbsent(id, where);
    }
  }
}
