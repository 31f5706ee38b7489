package dev.zerotomillions.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reading a template's JSON. */
final class Sections {
  private Sections() {}

  /** The object under a key; an empty one if there is none. */
  static ObjectNode object(JsonNode json, String key, Where where) throws TemplateError {
    return switch (json.get(key)) {
      case null -> JsonNodeFactory.instance.objectNode();
      case ObjectNode object -> object;
      default -> throw where.in(key).error("this must be an object");
    };
  }

  static Optional<String> text(JsonNode json, String key) {
    return json.path(key).isTextual() ? Optional.of(json.get(key).asText()) : Optional.empty();
  }

  static List<String> names(JsonNode json) {
    return json.properties().stream().map(Map.Entry::getKey).toList();
  }
}
