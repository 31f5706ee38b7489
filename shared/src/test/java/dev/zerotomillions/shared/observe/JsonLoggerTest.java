package dev.zerotomillions.shared.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

class JsonLoggerTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final JsonLogger logger =
      new JsonLogger(
          "a.Logger",
          Level.INFO,
          "PlaceOrder",
          new PrintStream(out, true, StandardCharsets.UTF_8),
          InstantSource.fixed(Instant.EPOCH));

  private Map<?, ?> line() {
    String printed = out.toString(StandardCharsets.UTF_8);
    assertEquals(printed.length() - 1, printed.indexOf('\n'), printed);
    assertTrue(Json.read(out.toByteArray()) instanceof Map<?, ?>, printed);
    return Json.read(out.toByteArray()) instanceof Map<?, ?> map ? map : Map.of();
  }

  @Test
  void line_isOneObject_withWhatLambdaKnows() {
    try (Correlation _ = Correlation.begin("req-1", "chain-1")) {
      logger.info("Order {} of {}", 7, "two\nlines");
    }
    assertEquals(
        Map.of(
            "timestamp", "1970-01-01T00:00:00Z",
            "level", "INFO",
            "logger", "a.Logger",
            "message", "Order 7 of two\nlines",
            "function", "PlaceOrder",
            "requestId", "req-1",
            "correlationId", "chain-1"),
        line());
  }

  @Test
  void lineOutsideOfARequest_namesNone() {
    logger.warn("cold");
    assertNull(line().get("requestId"));
  }

  @Test
  void failure_isPrintedWithItsStackInTheSameLine() {
    logger.error("It broke", new IllegalStateException("why"));
    assertEquals("java.lang.IllegalStateException", line().get("error"));
    assertTrue(String.valueOf(line().get("stack")).contains("why"));
  }

  @Test
  void lineBelowTheThreshold_isNotPrinted() {
    logger.debug("detail");
    assertEquals(0, out.size());
  }
}
