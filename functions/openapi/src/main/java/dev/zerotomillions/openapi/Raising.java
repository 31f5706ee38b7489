package dev.zerotomillions.openapi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way from what the compiler writes, OpenAPI 3.0, to 3.1, and to what records really take. */
final class Raising {
  private Raising() {}

  static void raise(Document document) {
    Tree.visit(
        document.root(),
        object -> {
          nullable(object);
          anchor(object);
          anyMember(object);
          parameter(object);
          reference(object);
        });
    document.root().put("openapi", "3.1.0");
  }

  /** JSON Schema says by a second type what 3.0 says by {@code nullable}. */
  private static void nullable(Map<String, @Nullable Object> schema) {
    if (Boolean.TRUE.equals(schema.get("nullable"))) {
      schema.remove("nullable");
      if (schema.get("type") instanceof String type) {
        schema.put("type", List.of(type, "null"));
      } else if (schema.remove("allOf") instanceof List<?> all) {
        schema.put("anyOf", List.of(Tree.object(all.getFirst()), Map.of("type", "null")));
      }
    }
  }

  /** A constraint's pattern is for the whole text; one of JSON Schema is found anywhere in it. */
  private static void anchor(Map<String, @Nullable Object> schema) {
    if (schema.get("pattern") instanceof String pattern && !pattern.startsWith("^")) {
      schema.put("pattern", pattern.contains("|") ? "^(" + pattern + ")$" : "^" + pattern + "$");
    }
  }

  /** The compiler takes a map's {@code Object} for a JSON object, and it is any value. */
  private static void anyMember(Map<String, @Nullable Object> schema) {
    if (Map.of("type", "object").equals(schema.get("additionalProperties"))) {
      schema.put("additionalProperties", true);
    }
  }

  private static void parameter(Map<String, @Nullable Object> parameter) {
    if (parameter.get("in") instanceof String && parameter.get("schema") instanceof Map<?, ?> it) {
      var schema = Tree.object(it);
      parameter.remove("explode");
      // A parameter is there or not, and never null.
      schema.remove("nullable");
      if ("object".equals(schema.get("type"))) {
        // The compiler loses the schemas of headers that no Java parameter stands for.
        schema.put("type", "string");
      }
    }
  }

  /** What the compiler adds to a reference would hide what the component says itself. */
  private static void reference(Map<String, @Nullable Object> object) {
    if (object.get("$ref") instanceof String address && !address.contains("/schemas/")) {
      object.keySet().retainAll(Set.of("$ref"));
    }
  }
}
