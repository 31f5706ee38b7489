package dev.zerotomillions.shared.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.zerotomillions.shared.events.Event;
import dev.zerotomillions.shared.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The published JSON Schemas of events, and the check that events are what they say. */
public final class EventSchemas {
  private static final Path SCHEMAS = Path.of("events", "schemas");
  private static final String ADDRESS = "https://zerotomillions.dev/events/";

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private EventSchemas() {}

  /** Fails unless the event, as it travels, is what its schema says. */
  public static void assertConforms(Event event) {
    assertEquals(List.of(), violations(event), () -> Json.writeText(event));
  }

  /** What is wrong with an event. */
  public static List<String> violations(Event event) {
    List<String> violations = new ArrayList<>(violations("envelope.1", event));
    if (event.dataschema().startsWith(ADDRESS + event.type() + "/")) {
      var schema = event.dataschema().substring(ADDRESS.length()).replace('/', '.');
      violations.addAll(violations(schema, event.data()));
    } else {
      violations.add("The schema " + event.dataschema() + " is not of the type " + event.type());
    }
    return violations;
  }

  /** The names of all schemas, such as {@code order.placed.1}. */
  public static List<String> all() {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> violations(String schema, @Nullable Object json) {
    return schema(schema).validate(Json.writeText(json), InputFormat.JSON).stream()
        .map(error -> schema + " " + error)
        .toList();
  }

  private static Schema schema(String name) {
    try {
      return REGISTRY.getSchema(Files.readString(folder().resolve(name + ".json")));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "There is no schema events/schemas/" + name + ".json; add it for the event", e);
    }
  }

  private static Path folder() {
    for (var root = Path.of("").toAbsolutePath(); root != null; root = root.getParent()) {
      if (Files.isDirectory(root.resolve(SCHEMAS))) {
        return root.resolve(SCHEMAS);
      }
    }
    throw new IllegalStateException(SCHEMAS + " is missing above the working directory");
  }
}
