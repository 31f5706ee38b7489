package dev.zerotomillions.monolith.contract;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.zerotomillions.shared.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An OpenAPI document that the build made. */
final class Contract {
  private static final Path FUNCTIONS = Path.of("..");
  private static final String DOCUMENTS = "target/classes/META-INF/openapi";
  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private final String name;
  private final String text;
  private final Map<?, ?> root;
  private final Map<String, Schema> schemas = new HashMap<>();

  private Contract(String name, Path file) {
    this.name = name;
    try {
      this.text = Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " is missing; build the module with Maven", e);
    }
    this.root = object(Json.read(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The documents of all services that have one. */
  static List<Contract> ofServices() {
    try (Stream<Path> folders = Files.list(FUNCTIONS)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .filter(service -> Files.exists(file(service, service)))
          .map(service -> new Contract(service, file(service, service)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The public document of all of them. */
  static Contract ofShop() {
    return new Contract("shop", file("operations", "shop"));
  }

  private static Path file(String service, String document) {
    return FUNCTIONS.resolve(service).resolve(DOCUMENTS).resolve(document + ".json");
  }

  String text() {
    return text;
  }

  Map<?, ?> root() {
    return root;
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    object(root.get("paths"))
        .forEach(
            (path, item) ->
                object(item)
                    .forEach(
                        (method, members) -> {
                          if (METHODS.contains(String.valueOf(method))) {
                            operations.add(
                                new Operation(
                                    this,
                                    String.valueOf(method).toUpperCase(java.util.Locale.ROOT),
                                    String.valueOf(path),
                                    object(members)));
                          }
                        }));
    return operations;
  }

  /** What stands where a reference points, or the value itself if it is none. */
  Map<?, ?> resolved(@Nullable Object value) {
    Map<?, ?> target = object(value);
    while (target.get("$ref") instanceof String address) {
      Object found = root;
      for (String step : address.substring("#/".length()).split("/", -1)) {
        found = object(found).get(step);
      }
      target = object(found);
    }
    return target;
  }

  /** What is wrong with a body that somebody sends. */
  List<String> violations(@Nullable Object schema, String json) {
    return violations(schema, json, root.get("components"));
  }

  /**
   * What is wrong with a body that we send, which may hold nothing that the document doesn't tell.
   */
  List<String> violationsOfOurs(Object schema, String json) {
    return violations(closed(schema), json, closed(root.get("components")));
  }

  private List<String> violations(
      @Nullable Object schema, String json, @Nullable Object components) {
    Map<String, @Nullable Object> whole = new LinkedHashMap<>();
    whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    whole.put("allOf", List.of(object(schema)));
    whole.put("components", components);
    return schemas
        .computeIfAbsent(Json.writeText(whole), REGISTRY::getSchema)
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static @Nullable Object closed(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Contract::closed).toList();
    }
    if (!(value instanceof Map<?, ?> members)) {
      return value;
    }
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    members.forEach((key, member) -> copy.put(String.valueOf(key), closed(member)));
    if (members.get("properties") instanceof Map<?, ?> && members.get("type") instanceof String) {
      copy.putIfAbsent("additionalProperties", false);
    }
    return copy;
  }

  static Map<?, ?> object(@Nullable Object value) {
    if (value instanceof Map<?, ?> members) {
      return members;
    }
    throw new AssertionError(value + " is no JSON object");
  }

  @Override
  public String toString() {
    return name;
  }
}
