package dev.zerotomillions.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Replaces intrinsic functions by their values. */
public record Resolver(Environment environment, Scope scope) {

  /** A value without intrinsic functions; a missing node for {@code AWS::NoValue}. */
  public JsonNode resolve(JsonNode value, Where where) throws TemplateError {
    Optional<Map.Entry<String, JsonNode>> call = Intrinsic.call(value, where);
    if (call.isPresent()) {
      Intrinsic intrinsic = Objects.requireNonNull(Intrinsic.KNOWN.get(call.get().getKey()));
      return intrinsic.apply(call.get().getValue(), this, where);
    }
    return switch (value) {
      case ObjectNode object -> resolveObject(object, where);
      case ArrayNode array -> resolveArray(array, where);
      default -> value;
    };
  }

  /** The same, or nothing as long as it depends on what is not deployed yet. */
  public Optional<JsonNode> resolveIfKnown(JsonNode value, Where where) throws TemplateError {
    try {
      return Optional.of(resolve(value, where));
    } catch (NotYetKnown e) {
      return Optional.empty();
    }
  }

  /** An object without intrinsic functions, whose keys are kept as they are. */
  public ObjectNode resolveObject(ObjectNode object, Where where) throws TemplateError {
    ObjectNode resolved = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> each : object.properties()) {
      JsonNode value = resolve(each.getValue(), where.in(each.getKey()));
      if (!value.isMissingNode()) {
        resolved.set(each.getKey(), value);
      }
    }
    return resolved;
  }

  private ArrayNode resolveArray(ArrayNode array, Where where) throws TemplateError {
    ArrayNode resolved = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < array.size(); i++) {
      JsonNode value = resolve(array.get(i), where.in(i));
      if (!value.isMissingNode()) {
        resolved.add(value);
      }
    }
    return resolved;
  }
}
