package dev.zerotomillions.shared.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.observe.Correlation;
import dev.zerotomillions.shared.observe.Metrics;
import dev.zerotomillions.shared.testing.ManualClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResilientClientTest {
  private static final CallPolicy POLICY = CallPolicy.standard();
  private static final ServiceCall CALL = ServiceCall.put("/internal/x/1", Map.of("a", 1));

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T10:00:00Z"));
  private final Script transport = new Script();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Metrics metrics =
      new Metrics(
          new Settings(Map.of("SHOP_SERVICE", "y", "SHOP_FUNCTION", "CallX")),
          new PrintStream(printed, true, StandardCharsets.UTF_8),
          clock);
  private final List<Duration> pauses = new ArrayList<>();
  private final ResilientClient client = client(Guard.OPEN_DOOR);

  private ResilientClient client(Guard guard) {
    return new ResilientClient(
        "x", transport, guard, POLICY, new Means(clock, new Random(3), this::sleep, metrics));
  }

  private void sleep(Duration time) {
    pauses.add(time);
    clock.advance(time);
  }

  private record Sent(String body, Map<String, String> headers, Duration timeout) {}

  /** Answers as it is told, one try after the other; after that, 200. */
  private final class Script implements Transport {
    private final Deque<Object> results = new ArrayDeque<>();
    private final List<Sent> sent = new ArrayList<>();
    private Duration takes = Duration.ZERO;

    @Override
    public CallAnswer exchange(
        ServiceCall call, byte[] body, Map<String, String> headers, Duration timeout)
        throws IOException {
      sent.add(new Sent(new String(body, StandardCharsets.UTF_8), headers, timeout));
      clock.advance(takes);
      return switch (results.poll()) {
        case IOException failure -> throw failure;
        case CallAnswer answer -> answer;
        case null, default -> status(200);
      };
    }
  }

  private static CallAnswer status(int status) {
    return new CallAnswer(status, Map.of(), "{}");
  }

  private CallAnswer send(Duration budget) {
    return client.send(CALL, Deadline.within(budget, clock));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204, 400, 402, 404, 409, 422})
  void answerOfTheContract_isReturned_atTheFirstTry(int status) {
    transport.results.add(status(status));
    assertEquals(status, send(Duration.ofSeconds(8)).status());
    assertEquals(1, transport.sent.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void calleeThatCannotAnswer_isTriedAgain(int status) {
    transport.results.add(status(status));
    transport.results.add(status(status));
    assertEquals(200, send(Duration.ofSeconds(8)).status());
    assertEquals(3, transport.sent.size());
    assertEquals(2, pauses.size());
    assertTrue(pauses.get(0).compareTo(Duration.ofMillis(100)) <= 0);
    assertTrue(pauses.get(1).compareTo(Duration.ofMillis(200)) <= 0);
  }

  @Test
  void timeoutsAndRefusedConnections_areTriedAgain_andThenFail() {
    transport.results.add(new SocketTimeoutException("Read timed out"));
    transport.results.add(new java.net.ConnectException("Connection refused"));
    transport.results.add(new IOException("Connection reset"));
    CallFailed failed;
    try (Metrics.Invocation _ = metrics.begin()) {
      failed = assertThrows(CallFailed.class, () -> send(Duration.ofSeconds(8)));
    }
    String line = printed.toString(StandardCharsets.UTF_8);
    assertTrue(line.contains("\"CallRetries\":2"), line);
    assertTrue(line.contains("\"CallFailures\":1"), line);
    assertEquals("x", failed.service());
    assertEquals(503, failed.status());
    assertEquals(3, transport.sent.size());
  }

  @Test
  void calleesWishToWait_isHeeded() {
    transport.results.add(new CallAnswer(503, Map.of("retry-after", "2"), ""));
    send(Duration.ofSeconds(8));
    assertEquals(List.of(Duration.ofSeconds(2)), pauses);
  }

  @Test
  void wishToWaitBeyondTheDeadline_endsTheCallAtOnce() {
    transport.results.add(new CallAnswer(503, Map.of("retry-after", "30"), ""));
    assertThrows(CallFailed.class, () -> send(Duration.ofSeconds(8)));
    assertTrue(pauses.isEmpty());
  }

  @Test
  void calleeThatWantsToBeLeftAlone_isNotWaitedFor() {
    transport.results.add(new CallAnswer(503, Map.of("retry-after", "5"), ""));
    assertThrows(CallFailed.class, () -> send(Duration.ofSeconds(60)));
    assertTrue(pauses.isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "Wed, 21 Oct 2026 07:28:00 GMT", "999999999999999999"})
  void wishThatIsNoNumber_isAsIfThereWereNone(String wish) {
    transport.results.add(new CallAnswer(503, Map.of("retry-after", wish), ""));
    assertEquals(200, send(Duration.ofSeconds(8)).status());
  }

  @Test
  void triesShareTheTimeThatThereIs_andCalleesAreTold() {
    transport.takes = Duration.ofSeconds(5);
    transport.results.add(status(500));
    send(Duration.ofSeconds(8));
    assertEquals(POLICY.tryTimeout(), transport.sent.get(0).timeout);
    Duration second = transport.sent.get(1).timeout;
    assertTrue(second.compareTo(Duration.ofSeconds(3)) <= 0, second.toString());
    assertEquals(
        Long.toString(second.toMillis()), transport.sent.get(1).headers.get("request-timeout-ms"));
  }

  @Test
  void noTimeLeft_sendsNothing() {
    assertThrows(CallFailed.class, () -> send(Duration.ZERO));
    assertTrue(transport.sent.isEmpty());
  }

  @Test
  void emptyBudget_endsRetries_butNoFirstTries() {
    for (int i = 0; i < 60; i++) {
      transport.results.add(status(500));
    }
    int failed = 0;
    while (transport.results.size() > 0) {
      assertThrows(CallFailed.class, () -> send(Duration.ofSeconds(8)));
      failed++;
    }
    assertEquals(60, transport.sent.size());
    assertEquals(50, failed, "ten retries and no more");
  }

  @Test
  void openCircuit_isNotTriedAgain() {
    ResilientClient guarded =
        client(
            (_, _) -> {
              throw new CircuitOpen("x", Duration.ofSeconds(7));
            });
    CircuitOpen open =
        assertThrows(
            CircuitOpen.class,
            () -> guarded.send(CALL, Deadline.within(Duration.ofSeconds(8), clock)));
    assertEquals("7", open.headers().get("Retry-After"));
    assertTrue(transport.sent.isEmpty());
  }

  @Test
  void correlation_goesWithTheCall() {
    try (Correlation _ = Correlation.begin("req-1", "order-7")) {
      send(Duration.ofSeconds(8));
    }
    Sent sent = transport.sent.getFirst();
    assertEquals("order-7", sent.headers.get("x-correlation-id"));
    assertEquals("application/json", sent.headers.get("content-type"));
    assertEquals("{\"a\":1}", sent.body);
  }

  @Test
  void callWithoutABody_hasNoContentType() {
    client.send(
        ServiceCall.post("/internal/x/1/release"), Deadline.within(Duration.ofSeconds(1), clock));
    assertFalse(transport.sent.getFirst().headers.containsKey("content-type"));
    assertEquals("", transport.sent.getFirst().body);
  }
}
