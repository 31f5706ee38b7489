package dev.zerotomillions.openapi;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code RecordBinder} and the JSON writer do alike to all records: bodies may hold no member
 * that isn't known, and answers leave out what is null.
 */
final class Strictness {
  private static final String SCHEMAS = "#/components/schemas/";

  private Strictness() {}

  static void state(Document document) {
    Set<String> sent = new HashSet<>();
    document
        .operations()
        .forEach(
            operation -> operation.jsonBody().ifPresent(body -> collect(document, body, sent)));
    document
        .components("schemas")
        .forEach(
            (name, schema) -> {
              if (sent.contains(name)) {
                close(Tree.object(schema));
              } else {
                Tree.visit(schema, Strictness::withoutNull);
              }
            });
  }

  private static void collect(Document document, @Nullable Object value, Set<String> names) {
    Tree.visit(
        value,
        object -> {
          if (object.get("$ref") instanceof String address && address.startsWith(SCHEMAS)) {
            var name = address.substring(SCHEMAS.length());
            if (names.add(name)) {
              collect(document, document.components("schemas").get(name), names);
            }
          }
        });
  }

  private static void close(Map<String, @Nullable Object> schema) {
    if (schema.containsKey("properties")) {
      schema.putIfAbsent("additionalProperties", false);
    }
  }

  private static void withoutNull(Map<String, @Nullable Object> schema) {
    if (schema.get("type") instanceof List<?> types && types.contains("null")) {
      schema.put("type", types.getFirst());
    }
    if (schema.get("anyOf") instanceof List<?> options
        && options.contains(Map.of("type", "null"))) {
      schema.remove("anyOf");
      schema.putAll(Tree.object(options.getFirst()));
    }
  }
}
