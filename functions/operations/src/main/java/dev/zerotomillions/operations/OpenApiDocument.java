package dev.zerotomillions.operations;

import dev.zerotomillions.shared.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The OpenAPI document of the whole public API, which the build composed of the services' own. */
final class OpenApiDocument {
  private static final String NAME = "/META-INF/openapi/shop.json";

  private OpenApiDocument() {}

  static JsonText read() {
    try (InputStream in = OpenApiDocument.class.getResourceAsStream(NAME)) {
      if (in == null) {
        throw new IllegalStateException(NAME + " is missing; build operations with Maven.");
      }
      return new JsonText(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(NAME + " cannot be read", e);
    }
  }
}
