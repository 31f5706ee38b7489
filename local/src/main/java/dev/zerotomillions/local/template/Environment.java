package dev.zerotomillions.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** What is known of a stack before anything is deployed: parameters, mappings and conditions. */
public final class Environment {
  private final StackIdentity stack;
  private final Template template;
  private final Map<String, JsonNode> parameters;
  private final Conditions conditions;

  /**
   * @param given the values that are passed to the template's parameters
   */
  public Environment(StackIdentity stack, Template template, Map<String, String> given)
      throws TemplateError {
    this.stack = stack;
    this.template = template;
    this.parameters = Parameters.values(template, given);
    this.conditions = new Conditions(template, new Resolver(this, Scope.NOTHING));
  }

  public StackIdentity stack() {
    return stack;
  }

  public Template template() {
    return template;
  }

  /** Whether a condition holds. */
  public boolean holds(String condition, Where where) throws TemplateError {
    return conditions.holds(condition, where);
  }

  /** Whether an optional condition holds, or there is none. */
  public boolean includes(Optional<String> condition, Where where) throws TemplateError {
    return condition.isEmpty() || holds(condition.get(), where);
  }

  /** The value of a parameter or a pseudo parameter. */
  Optional<JsonNode> constant(String name) {
    JsonNode parameter = parameters.get(name);
    return parameter == null ? stack.pseudo(name) : Optional.of(parameter);
  }
}
