package dev.zerotomillions.local.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.local.functions.handlers.Obedient;
import dev.zerotomillions.local.functions.model.FunctionVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What functions learn of traces, and what observers learn of functions. */
@NullUnmarked
class TracingTest implements FunctionObserver {
  private static final String ROOT = "1-69257000-0123456789abcdef01234567";
  private static final byte[] ASK =
      "{\"do\": \"property\", \"with\": \"com.amazonaws.xray.traceHeader\"}"
          .getBytes(StandardCharsets.UTF_8);

  private final BlockingQueue<EndedInvocation> ended = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> printed = new LinkedBlockingQueue<>();
  private TestFunctions functions;

  @BeforeEach
  void start(@TempDir Path data) throws Exception {
    functions = new TestFunctions(data, settings -> settings.withXRayPort(2000), this);
  }

  @AfterEach
  void close() {
    functions.close();
  }

  @Override
  public void ended(EndedInvocation invocation) {
    ended.add(invocation);
  }

  @Override
  public void printed(FunctionVersion version, String line) {
    printed.add(version.name() + ": " + line);
  }

  private TraceHeader told(String function, String header) throws Exception {
    var answer =
        functions.service.invoke(function, ASK, TestFunctions.PATIENCE, TraceHeader.parse(header));
    var text = TestFunctions.JSON.readTree(TestFunctions.text(answer)).asText();
    return TraceHeader.parse(text).orElseThrow(() -> new AssertionError(text));
  }

  private EndedInvocation next() throws InterruptedException {
    return ended.poll(20, TimeUnit.SECONDS);
  }

  @Test
  void tracedFunction_continuesItsCallersTrace_belowLambdasOwnSegment() throws Exception {
    var name =
        functions.deploy("Traced", Obedient.class, "{\"TracingConfig\": {\"Mode\": \"Active\"}}");
    var told = told(name, "Root=" + ROOT + ";Parent=53995c3f42cd8ad8;Sampled=1");
    var seen = next();
    assertEquals(ROOT, told.root());
    assertEquals(Optional.of(seen.trace().function()), told.parent());
    assertEquals(Optional.of(true), told.sampled());
    assertTrue(seen.trace().recorded());
    assertEquals(Optional.of("53995c3f42cd8ad8"), seen.trace().parent());
    assertTrue(seen.init().isPresent());
    assertFalse(seen.begun().orElseThrow().isBefore(seen.accepted()));
    assertInstanceOf(Invocation.Returned.class, seen.outcome());
    var environment = functions.answer(name, "environment", "");
    assertEquals("127.0.0.1:2000", environment.path("AWS_XRAY_DAEMON_ADDRESS").asText());
    assertEquals("LOG_ERROR", environment.path("AWS_XRAY_CONTEXT_MISSING").asText());
    assertTrue(next().init().isEmpty());
  }

  @Test
  void callersDecisionAgainstSampling_holds_andNoCallerMeansANewTrace() throws Exception {
    var name =
        functions.deploy("Traced", Obedient.class, "{\"TracingConfig\": {\"Mode\": \"Active\"}}");
    assertEquals(Optional.of(false), told(name, "Root=" + ROOT + ";Sampled=0").sampled());
    assertFalse(next().trace().recorded());
    assertEquals(Optional.of(true), told(name, "none").sampled());
    assertTrue(next().trace().recorded());
  }

  @Test
  void untracedFunction_passesTheTraceOn_andIsNotRecorded() throws Exception {
    var name = functions.deploy("Untraced", Obedient.class, "{}");
    var told = told(name, "Root=" + ROOT + ";Parent=53995c3f42cd8ad8;Sampled=1");
    assertEquals(Optional.of("53995c3f42cd8ad8"), told.parent());
    assertFalse(next().trace().recorded());
  }

  @Test
  void failuresAndLines_areSeen() throws Exception {
    var name = functions.deploy("Obedient", Obedient.class, "{}");
    functions.answer(name, "print", "a line");
    assertInstanceOf(Invocation.Returned.class, next().outcome());
    functions.error(name, "throw", "no");
    assertInstanceOf(Invocation.Failed.class, next().outcome());
    assertTrue(printed.contains(name + ": a line"), printed.toString());
  }
}
