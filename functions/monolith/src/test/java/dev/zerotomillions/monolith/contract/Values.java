package dev.zerotomillions.monolith.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes values that a schema allows, at its bounds as often as between them. */
final class Values {
  private static final long FAR = 1_000_000_000_000L;
  private static final String LETTERS = "abc XYZ 0-9 äß漢😀";

  private final Contract contract;
  private final Random random;

  Values(Contract contract, Random random) {
    this.contract = contract;
    this.random = random;
  }

  @Nullable Object of(@Nullable Object reference) {
    Map<?, ?> schema = contract.resolved(reference);
    if (schema.containsKey("const")) {
      return schema.get("const");
    }
    if (schema.get("enum") instanceof List<?> options) {
      return options.get(random.nextInt(options.size()));
    }
    if (schema.get("anyOf") instanceof List<?> options) {
      return of(options.getFirst());
    }
    return switch (type(schema)) {
      case "object" -> object(schema);
      case "array" -> array(schema);
      case "integer" -> bound(schema, "minimum", -FAR, "maximum", FAR);
      case "boolean" -> random.nextBoolean();
      case "null" -> null;
      default -> text(schema);
    };
  }

  private String type(Map<?, ?> schema) {
    return schema.get("type") instanceof List<?> types
        ? String.valueOf(types.get(random.nextInt(types.size())))
        : String.valueOf(schema.get("type"));
  }

  private Map<String, @Nullable Object> object(Map<?, ?> schema) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    List<?> required = schema.get("required") instanceof List<?> names ? names : List.of();
    if (schema.get("properties") instanceof Map<?, ?> properties) {
      properties.forEach(
          (name, property) -> {
            if (required.contains(name) || random.nextBoolean()) {
              object.put(String.valueOf(name), of(property));
            }
          });
    }
    return object;
  }

  private List<@Nullable Object> array(Map<?, ?> schema) {
    List<@Nullable Object> elements = new ArrayList<>();
    long size = Math.min(3, bound(schema, "minItems", 0, "maxItems", 3));
    for (long i = 0; i < size; i++) {
      elements.add(of(schema.get("items")));
    }
    return elements;
  }

  private String text(Map<?, ?> schema) {
    if (schema.get("pattern") instanceof String pattern) {
      return Patterns.match(pattern, random);
    }
    if ("date-time".equals(schema.get("format"))) {
      return "2026-03-0" + random.nextInt(1, 10) + "T12:00:00Z";
    }
    var text = new StringBuilder();
    long length = bound(schema, "minLength", 0, "maxLength", 40);
    int[] letters = LETTERS.codePoints().toArray();
    for (long i = 0; i < length; i++) {
      text.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    return text.toString();
  }

  private long bound(Map<?, ?> schema, String least, long noLeast, String most, long noMost) {
    long from = schema.get(least) instanceof Long bound ? bound : noLeast;
    long to = schema.get(most) instanceof Long bound ? bound : Math.max(from, noMost);
    return switch (random.nextInt(4)) {
      case 0 -> from;
      case 1 -> to;
      default -> random.nextLong(from, to + 1);
    };
  }
}
