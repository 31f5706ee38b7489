package dev.zerotomillions.local.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.zerotomillions.local.functions.Functions;
import dev.zerotomillions.local.functions.Invocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** One function that a test writes, with all events that it was invoked with. */
final class RecordingFunction implements Functions {
  private static final JsonMapper JSON = new JsonMapper();

  private final Function<JsonNode, Invocation> handler;
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();

  RecordingFunction(Function<JsonNode, Invocation> handler) {
    this.handler = handler;
  }

  static Invocation returns(String payload) {
    return new Invocation.Returned("id", payload.getBytes(StandardCharsets.UTF_8));
  }

  static Invocation fails() {
    return new Invocation.Failed("id", "Unhandled", "{}".getBytes(StandardCharsets.UTF_8));
  }

  List<JsonNode> events() {
    return events;
  }

  /** The bodies that it got, one for each time that it got it. */
  List<String> bodies() {
    return events.stream()
        .flatMap(event -> event.path("Records").valueStream())
        .map(record -> record.path("body").asText())
        .toList();
  }

  int mostAtOnce() {
    return mostAtOnce.get();
  }

  @Override
  public Invocation invoke(String function, byte[] payload, Duration patience) {
    mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
    try {
      JsonNode event = JSON.readTree(payload);
      events.add(event);
      return handler.apply(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      running.decrementAndGet();
    }
  }

  @Override
  public Invocation invokeLater(String function, byte[] payload) {
    throw new UnsupportedOperationException("pollers wait for their functions");
  }
}
