package dev.zerotomillions.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.zerotomillions.local.functions.Functions;
import dev.zerotomillions.local.functions.Invocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Functions that answer what a test told them to, and remember the last event. */
final class FakeFunctions implements Functions {
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, Invocation> answers = new ConcurrentHashMap<>();
  private volatile byte[] event = new byte[0];
  private volatile String invoked = "";
  private volatile Duration patience = Duration.ZERO;

  void answer(String function, String payload) {
    answers.put(function, new Invocation.Returned("id", payload.getBytes(StandardCharsets.UTF_8)));
  }

  void end(String function, Invocation invocation) {
    answers.put(function, invocation);
  }

  JsonNode event() {
    try {
      return event.length == 0 ? NullNode.instance : JSON.readTree(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The function that was invoked last. */
  String invoked() {
    return invoked;
  }

  Duration patience() {
    return patience;
  }

  @Override
  public Invocation invoke(String function, byte[] payload, Duration callerPatience) {
    invoked = function;
    event = payload;
    patience = callerPatience;
    Invocation answer = answers.get(function);
    return answer == null ? new Invocation.NotFound(function) : answer;
  }

  @Override
  public Invocation invokeLater(String function, byte[] payload) {
    throw new UnsupportedOperationException("the gateway waits for its functions");
  }
}
