package dev.zerotomillions.shared.observe;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.json.Json;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The function's metrics: what was counted and timed during an invocation, printed as it ends in
 * the embedded metric format, of which CloudWatch makes metrics without a call by the function.
 *
 * <p>A metric's name is a constant in upper camel case, never made of data. Where the settings name
 * no service and no function, as in tests, nothing is printed.
 */
public final class Metrics {
  private static final String NAMESPACE = "Shop";

  /** More values than this are refused by CloudWatch. */
  private static final int MOST_VALUES = 100;

  private final @Nullable String service;
  private final @Nullable String function;
  private final PrintStream out;
  private final InstantSource clock;
  private final Map<String, Samples> samples = new LinkedHashMap<>();
  private boolean coldStartCounted;

  public Metrics(Settings settings, PrintStream out, InstantSource clock) {
    this.service = settings.optional("SHOP_SERVICE");
    this.function = settings.optional("SHOP_FUNCTION");
    this.out = out;
    this.clock = clock;
  }

  private record Samples(String unit, List<Long> values) {}

  /** Counts one occurrence. */
  public void count(String name) {
    count(name, 1);
  }

  /** Counts several occurrences; zero shows that there was an occasion. */
  public synchronized void count(String name, long occurrences) {
    List<Long> values = samples(name, "Count");
    long before = values.isEmpty() ? 0 : values.removeLast();
    values.add(before + occurrences);
  }

  /** Records how long something took; all durations of an invocation count, not their sum. */
  public synchronized void duration(String name, Duration taken) {
    List<Long> values = samples(name, "Milliseconds");
    values.add(taken.toMillis());
    if (values.size() == MOST_VALUES) {
      flush();
    }
  }

  private List<Long> samples(String name, String unit) {
    return samples.computeIfAbsent(name, _ -> new Samples(unit, new ArrayList<>())).values();
  }

  /** An invocation under way; it ends with the printing of its metrics. */
  public interface Invocation extends AutoCloseable {
    @Override
    void close();
  }

  public Invocation begin() {
    return this::end;
  }

  /** The environment's first invocation was a cold start. */
  private synchronized void end() {
    if (!coldStartCounted) {
      coldStartCounted = true;
      count("ColdStart");
    }
    flush();
  }

  private void flush() {
    if (service != null && function != null && !samples.isEmpty()) {
      byte[] line =
          (Json.writeText(line(service, function)) + '\n').getBytes(StandardCharsets.UTF_8);
      // One write a line, so that it never mixes with a log's.
      out.write(line, 0, line.length);
      out.flush();
    }
    samples.clear();
  }

  private Map<String, Object> line(String ofService, String ofFunction) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put(
        "_aws",
        Map.of(
            "Timestamp",
            clock.millis(),
            "CloudWatchMetrics",
            List.of(
                Map.of(
                    "Namespace",
                    NAMESPACE,
                    "Dimensions",
                    List.of(List.of("Service", "Function")),
                    "Metrics",
                    samples.entrySet().stream()
                        .map(each -> Map.of("Name", each.getKey(), "Unit", each.getValue().unit()))
                        .toList()))));
    line.put("Service", ofService);
    line.put("Function", ofFunction);
    Correlation correlation = Correlation.current();
    if (correlation != null) {
      line.put("requestId", correlation.request());
      line.put("correlationId", correlation.id());
    }
    samples.forEach(
        (name, each) ->
            line.put(name, each.values().size() == 1 ? each.values().getFirst() : each.values()));
    return line;
  }
}
