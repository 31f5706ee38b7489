package dev.zerotomillions.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A template's conditions, which parameters, mappings and pseudo parameters alone decide. */
final class Conditions {
  private final Template template;
  private final Resolver constants;
  private final Map<String, Boolean> decided = new HashMap<>();
  private final Set<String> deciding = new LinkedHashSet<>();

  /**
   * @param constants resolves what needs no deployment
   */
  Conditions(Template template, Resolver constants) {
    this.template = template;
    this.constants = constants;
  }

  synchronized boolean holds(String name, Where where) throws TemplateError {
    Boolean known = decided.get(name);
    if (known != null) {
      return known;
    }
    JsonNode condition = template.conditions().get(name);
    if (condition == null) {
      throw where.error("there is no condition %s".formatted(name));
    }
    if (!deciding.add(name)) {
      throw where.error("conditions refer to each other in a circle: %s".formatted(deciding));
    }
    boolean holds = decide(condition, Where.of(template.stack(), "Conditions").in(name));
    deciding.remove(name);
    decided.put(name, holds);
    return holds;
  }

  private boolean decide(JsonNode condition, Where where) throws TemplateError {
    if (condition.size() != 1) {
      throw where.error("a condition is one function: %s".formatted(condition));
    }
    Map.Entry<String, JsonNode> function = condition.properties().iterator().next();
    JsonNode arguments = function.getValue();
    return switch (function.getKey()) {
      case "Fn::Equals" -> equal(arguments, where);
      case "Fn::Not" -> !decide(negated(arguments, where), where);
      case "Fn::And" -> count(arguments, where) == arguments.size();
      case "Fn::Or" -> count(arguments, where) > 0;
      case "Condition" -> holds(arguments.asText(), where);
      default ->
          throw where.error("%s is no condition function known here".formatted(function.getKey()));
    };
  }

  private boolean equal(JsonNode arguments, Where where) throws TemplateError {
    if (arguments.size() != 2) {
      throw where.error("Fn::Equals takes two values");
    }
    JsonNode left = constants.resolve(arguments.get(0), where);
    JsonNode right = constants.resolve(arguments.get(1), where);
    if (left.isValueNode() && right.isValueNode()) {
      return left.asText().equals(right.asText());
    }
    return left.equals(right);
  }

  private static JsonNode negated(JsonNode arguments, Where where) throws TemplateError {
    Texts.requireArguments(arguments, 1, "Fn::Not", where);
    return arguments.get(0);
  }

  private int count(JsonNode conditions, Where where) throws TemplateError {
    if (!conditions.isArray() || conditions.size() < 2 || conditions.size() > 10) {
      throw where.error("Fn::And and Fn::Or take a list of 2 to 10 conditions");
    }
    int holding = 0;
    for (JsonNode each : conditions) {
      if (decide(each, where)) {
        holding++;
      }
    }
    return holding;
  }
}
