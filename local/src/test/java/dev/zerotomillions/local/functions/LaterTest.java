package dev.zerotomillions.local.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.zerotomillions.local.functions.handlers.Obedient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that are invoked later. */
@NullUnmarked
class LaterTest {
  @TempDir Path data;
  private TestFunctions functions;
  private String name;

  @BeforeEach
  void deploy() throws Exception {
    start(List.of(Duration.ofMillis(10), Duration.ofMillis(20)));
  }

  private void start(List<Duration> delays) throws Exception {
    functions = new TestFunctions(data, settings -> settings.withRetryDelays(delays));
    name = functions.deploy("Obedient", Obedient.class, "{}");
  }

  @AfterEach
  void close() {
    functions.close();
  }

  @Test
  void event_isAcceptedAtOnce_andInvokedLater() throws Exception {
    assertInstanceOf(Invocation.Accepted.class, send("print", "came"));
    TestFunctions.eventually(() -> count(" | came") == 1, "it is invoked");
    TestFunctions.eventually(() -> kept() == 0, "it is done");
  }

  @Test
  void failingEvent_isTriedThreeTimesUnderOneRequestId_andDropped() throws Exception {
    var accepted = assertInstanceOf(Invocation.Accepted.class, send("throw", "no"));
    TestFunctions.eventually(
        () -> count("Event " + accepted.requestId() + " of " + name + " is dropped") == 1,
        "it is dropped");
    assertEquals(3, count("START RequestId: " + accepted.requestId()));
    assertEquals(0, kept());
  }

  @Test
  void eventInvokeConfig_saysHowOftenItIsTried() throws Exception {
    var properties =
        TestFunctions.object("{\"Qualifier\": \"$LATEST\", \"MaximumRetryAttempts\": 0}");
    functions.create(
        "AWS::Lambda::EventInvokeConfig", "Config", properties.put("FunctionName", name));
    var accepted = assertInstanceOf(Invocation.Accepted.class, send("throw", "no"));
    TestFunctions.eventually(() -> count("is dropped") == 1, "it is dropped");
    assertEquals(1, count("START RequestId: " + accepted.requestId()));
  }

  @Test
  void eventThatWaitsForItsRetry_isInvokedByTheNextRun() throws Exception {
    functions.close();
    start(List.of(Duration.ofHours(1)));
    var accepted = assertInstanceOf(Invocation.Accepted.class, send("throw", "no"));
    TestFunctions.eventually(() -> count("END RequestId: " + accepted.requestId()) == 1, "tried");
    functions.close();
    assertEquals(1, kept());
    start(List.of(Duration.ofHours(1)));
    TestFunctions.eventually(
        () -> count("START RequestId: " + accepted.requestId()) == 1, "it is tried again");
  }

  @Test
  void eventOverOneMegabyte_isRefused() {
    assertInstanceOf(
        Invocation.PayloadTooLarge.class,
        functions.service.invokeLater(name, new byte[Limits.QUEUED_REQUEST + 1]));
  }

  @Test
  void unknownFunction_isNotFound() {
    assertInstanceOf(
        Invocation.NotFound.class, functions.service.invokeLater("nobody", new byte[0]));
  }

  private Invocation send(String what, String with) {
    var event = TestFunctions.JSON.createObjectNode().put("do", what).put("with", with);
    return functions.service.invokeLater(name, event.toString().getBytes(StandardCharsets.UTF_8));
  }

  private long count(String text) {
    return functions.console.stream().filter(line -> line.contains(text)).count();
  }

  private long kept() throws Exception {
    try (var files = Files.list(data.resolve("events"))) {
      return files.count();
    }
  }
}
