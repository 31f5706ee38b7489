package dev.zerotomillions.shared.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final Instant NOW = Instant.ofEpochMilli(1_795_564_800_000L);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Metrics metrics =
      metrics(Map.of("SHOP_SERVICE", "orders", "SHOP_FUNCTION", "PlaceOrder"));

  private Metrics metrics(Map<String, String> variables) {
    return new Metrics(
        new Settings(variables),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        InstantSource.fixed(NOW));
  }

  private void invoke(Runnable work) {
    try (Correlation _ = Correlation.begin("req-1", "chain-1");
        Metrics.Invocation _ = metrics.begin()) {
      work.run();
    }
  }

  private List<String> lines() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private Map<?, ?> lastLine() {
    return Json.read(lines().getLast().getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> map
        ? map
        : Map.of();
  }

  @Test
  void line_isWhatCloudWatchMakesMetricsOf() {
    invoke(() -> metrics.count("CallRetries", 2));
    assertEquals(
        Map.of(
            "_aws",
            Map.of(
                "Timestamp",
                NOW.toEpochMilli(),
                "CloudWatchMetrics",
                List.of(
                    Map.of(
                        "Namespace",
                        "Shop",
                        "Dimensions",
                        List.of(List.of("Service", "Function")),
                        "Metrics",
                        List.of(
                            Map.of("Name", "CallRetries", "Unit", "Count"),
                            Map.of("Name", "ColdStart", "Unit", "Count"))))),
            "Service",
            "orders",
            "Function",
            "PlaceOrder",
            "requestId",
            "req-1",
            "correlationId",
            "chain-1",
            "CallRetries",
            2L,
            "ColdStart",
            1L),
        lastLine());
  }

  @Test
  void counts_areAddedUp_withinAnInvocation() {
    invoke(
        () -> {
          metrics.count("BreakerOpened");
          metrics.count("BreakerOpened", 3);
        });
    invoke(() -> metrics.count("BreakerOpened"));
    assertEquals(2, lines().size());
    assertEquals(1L, lastLine().get("BreakerOpened"));
  }

  @Test
  void durations_areKeptOneByOne() {
    invoke(
        () -> {
          metrics.duration("CallTime", Duration.ofMillis(20));
          metrics.duration("CallTime", Duration.ofSeconds(1));
        });
    assertEquals(List.of(20L, 1000L), lastLine().get("CallTime"));
  }

  @Test
  void moreDurationsThanALineMayHold_takeAnotherLine() {
    invoke(
        () -> LongStream.range(0, 101).mapToObj(Duration::ofMillis).forEach(this::recordCallTime));
    assertEquals(2, lines().size());
    assertEquals(100L, lastLine().get("CallTime"));
  }

  private void recordCallTime(Duration taken) {
    metrics.duration("CallTime", taken);
  }

  @Test
  void coldStart_isTheFirstInvocationAlone() {
    invoke(() -> {});
    assertEquals(1L, lastLine().get("ColdStart"));
    invoke(() -> {});
    assertEquals(1, lines().size());
  }

  @Test
  void functionWithoutAName_printsNothing() {
    try (Metrics.Invocation _ = metrics(Map.of()).begin()) {
      assertEquals("", out.toString(StandardCharsets.UTF_8));
    }
    assertEquals("", out.toString(StandardCharsets.UTF_8));
  }
}
