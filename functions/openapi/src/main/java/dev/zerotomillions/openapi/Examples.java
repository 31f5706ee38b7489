package dev.zerotomillions.openapi;

import dev.zerotomillions.shared.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Examples of bodies: those of the sample events, which a test sends. */
final class Examples {
  /** What stands in an example for a placeholder of the events. */
  private static final Map<String, String> PLACEHOLDERS =
      Map.of(
          "${EMAIL}", "ada@example.com",
          "${NEW_EMAIL}", "ada@example.com",
          "${PASSWORD}", "correct horse battery",
          "${PRODUCT}", "espresso-cup",
          "${PRICE}", "1450",
          "${ORDER}", "ord_0a3_0195d1a0-0000-7000-8000-000000000001",
          "${UUID}", "0195d1a0-0000-7000-8000-000000000002",
          "${REFRESH_TOKEN}", "usr_0195d1a0.ses_0195d1a1.1.c2VjcmV0");

  private Examples() {}

  /** Adds those that the service's events hold. */
  static void add(Document document, Path events) throws IOException {
    for (var operation : document.operations()) {
      var event = events.resolve(operation.id() + ".json");
      var body = operation.jsonBody();
      if (body.isPresent() && Files.exists(event)) {
        body.get().put("example", Json.read(body(event).getBytes(StandardCharsets.UTF_8)));
      }
    }
  }

  private static String body(Path event) throws IOException {
    var body = String.valueOf(Tree.object(Json.read(Files.readAllBytes(event))).get("body"));
    for (var placeholder : PLACEHOLDERS.entrySet()) {
      body = body.replace(placeholder.getKey(), placeholder.getValue());
    }
    return body;
  }
}
