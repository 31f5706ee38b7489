package dev.zerotomillions.operations;

import dev.zerotomillions.shared.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI document of the whole API, merged from those that the build made for each service.
 */
final class OpenApiDocument {
  private static final List<String> SERVICES =
      List.of("users", "catalog", "inventory", "orders", "payments", "operations");

  private OpenApiDocument() {}

  /** Reads and merges the documents that this artifact holds. */
  static Map<String, @Nullable Object> merged() {
    Map<String, @Nullable Object> whole = new LinkedHashMap<>();
    for (String service : SERVICES) {
      merge(whole, read(service));
    }
    whole.put("openapi", "3.1.0");
    whole.put("info", Map.of("title", "Zero to Millions", "version", "1.0.0"));
    return whole;
  }

  private static Map<?, ?> read(String service) {
    String name = "/META-INF/openapi/" + service + ".json";
    try (InputStream in = OpenApiDocument.class.getResourceAsStream(name)) {
      if (in != null && Json.read(in.readAllBytes()) instanceof Map<?, ?> document) {
        return document;
      }
      throw new DocumentMissing(service);
    } catch (IOException e) {
      throw new UncheckedIOException("The document of " + service + " cannot be read", e);
    }
  }

  private static void merge(Map<String, @Nullable Object> whole, Map<?, ?> part) {
    part.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          if (value instanceof Map<?, ?> members) {
            Map<String, @Nullable Object> target = new LinkedHashMap<>();
            if (whole.get(name) instanceof Map<?, ?> present) {
              merge(target, present);
            }
            merge(target, members);
            whole.put(name, raised(target));
          } else {
            whole.put(
                name,
                value instanceof List<?> list
                    ? list.stream().map(OpenApiDocument::element).toList()
                    : value);
          }
        });
  }

  private static @Nullable Object element(@Nullable Object value) {
    if (value instanceof Map<?, ?> members) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      merge(copy, members);
      return raised(copy);
    }
    return value;
  }

  /** OpenAPI 3.1 says by a second type what 3.0 says by {@code nullable}. */
  private static Map<String, @Nullable Object> raised(Map<String, @Nullable Object> schema) {
    if (Boolean.TRUE.equals(schema.get("nullable")) && schema.get("type") instanceof String type) {
      schema.remove("nullable");
      schema.put("type", List.of(type, "null"));
    }
    if ("header".equals(schema.get("in"))) {
      // The compiler loses the schemas of headers, and a header is text.
      schema.put("schema", Map.of("type", "string"));
    }
    return schema;
  }

  /** The build left a service's document out of the artifact. */
  static final class DocumentMissing extends RuntimeException {
    DocumentMissing(String service) {
      super("META-INF/openapi/" + service + ".json is missing; build " + service + " first.");
    }
  }
}
