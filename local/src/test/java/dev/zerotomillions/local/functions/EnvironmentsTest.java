package dev.zerotomillions.local.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.functions.handlers.Obedient;
import dev.zerotomillions.local.functions.handlers.SlowInit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How environments come, are shared, and go. */
@NullUnmarked
class EnvironmentsTest {
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  @TempDir Path data;
  private TestFunctions functions;

  private void start(UnaryOperator<FunctionSettings> settings) throws Exception {
    functions = new TestFunctions(data, settings);
  }

  @AfterEach
  void close() {
    callers.shutdownNow();
    functions.close();
  }

  @Test
  void eightCallsAtOnce_startEightEnvironments_andNoneFails(@TempDir Path meeting)
      throws Exception {
    start(settings -> settings);
    var name = functions.deploy("Obedient", Obedient.class, "{\"Timeout\": 60}");
    var calls = new ArrayList<Future<JsonNode>>();
    for (var i = 0; i < 8; i++) {
      calls.add(later(() -> functions.answer(name, "meet", meeting.toString())));
    }
    var pids = new HashSet<JsonNode>();
    for (var call : calls) {
      pids.add(call.get());
    }
    assertEquals(8, pids.size());
  }

  @Test
  void timeout_isReportedAsLambdaDoes_andEndsTheEnvironment() throws Exception {
    start(settings -> settings);
    var name = functions.deploy("Obedient", Obedient.class, "{\"Timeout\": 1}");
    var pid = functions.answer(name, "pid", "").asLong();
    var failed =
        assertInstanceOf(Invocation.Failed.class, functions.invoke(name, "sleep", "10000"));
    var error = TestFunctions.JSON.readTree(failed.payload());
    assertEquals("Sandbox.Timedout", error.path("errorType").asText());
    assertEquals(
        "RequestId: %s Error: Task timed out after 1.00 seconds".formatted(failed.requestId()),
        error.path("errorMessage").asText());
    TestFunctions.eventually(() -> ProcessHandle.of(pid).isEmpty(), "the process ends");
    TestFunctions.eventually(
        () ->
            functions.console.stream()
                .anyMatch(
                    line ->
                        line.endsWith(failed.requestId() + " Task timed out after 1.00 seconds")),
        "the log says so");
    assertNotEquals(pid, functions.answer(name, "pid", "").asLong());
  }

  @Test
  void idleEnvironmentThatWasKilled_isGivenNoInvocation() throws Exception {
    start(settings -> settings);
    var name = functions.deploy("Obedient", Obedient.class, "{}");
    for (var i = 0; i < 5; i++) {
      var pid = functions.answer(name, "pid", "").asLong();
      kill(pid);
      assertNotEquals(pid, functions.answer(name, "pid", "").asLong());
    }
  }

  @Test
  void environmentKilledDuringAnInvocation_isReportedAsLambdaDoes() throws Exception {
    start(settings -> settings);
    var name = functions.deploy("Obedient", Obedient.class, "{}");
    var pid = functions.answer(name, "pid", "").asLong();
    var call = later(() -> functions.error(name, "sleep", "10000"));
    functions.awaitStarts(2);
    kill(pid);
    assertTrue(
        call.get()
            .path("errorMessage")
            .asText()
            .endsWith("Runtime exited with error: signal: killed"),
        call.get().toString());
  }

  @Test
  void callsBeyondReservedConcurrency_areThrottled() throws Exception {
    start(settings -> settings);
    var name =
        functions.deploy("Obedient", Obedient.class, "{\"ReservedConcurrentExecutions\": 1}");
    functions.answer(name, "pid", "");
    var call = later(() -> functions.answer(name, "sleep", "1500"));
    functions.awaitStarts(2);
    assertInstanceOf(Invocation.Throttled.class, functions.invoke(name, "pid", ""));
    assertEquals("slept", call.get().asText());
    for (var i = 0; i < 30; i++) {
      functions.answer(name, "pid", "");
    }
  }

  @Test
  void reservedConcurrencyOfNought_throttlesEveryCall() throws Exception {
    start(settings -> settings);
    var name =
        functions.deploy("Obedient", Obedient.class, "{\"ReservedConcurrentExecutions\": 0}");
    assertEquals(
        new Invocation.Throttled("ReservedFunctionConcurrentInvocationLimitExceeded"),
        functions.invoke(name, "pid", ""));
  }

  @Test
  void update_finishesWhatIsUnderWayOnTheOldCode_andSendsNewCallsToTheNew() throws Exception {
    start(settings -> settings);
    var before = "{\"Environment\": {\"Variables\": {\"GENERATION\": \"old\"}}}";
    var after = "{\"Environment\": {\"Variables\": {\"GENERATION\": \"new\"}}}";
    var name = functions.deploy("Obedient", Obedient.class, before);
    var old = functions.answer(name, "pid", "").asLong();
    var underWay = later(() -> functions.answer(name, "sleepAndPid", "1500"));
    functions.awaitStarts(2);
    functions.update("AWS::Lambda::Function", "Obedient", name, Obedient.class, after);
    var answer = functions.answer(name, "environment", "");
    assertEquals("new", answer.path("GENERATION").asText());
    assertEquals(old, underWay.get().asLong());
    TestFunctions.eventually(() -> ProcessHandle.of(old).isEmpty(), "the old process ends");
  }

  @Test
  void updatesUnderLoad_loseNoRequest() throws Exception {
    start(settings -> settings);
    var name = functions.deploy("Obedient", Obedient.class, "{}");
    functions.answer(name, "pid", "");
    var done = new java.util.concurrent.atomic.AtomicBoolean();
    var calls = new ArrayList<Future<Integer>>();
    for (var i = 0; i < 2; i++) {
      calls.add(
          callers.submit(
              () -> {
                var count = 0;
                while (!done.get()) {
                  functions.answer(name, "echo", "");
                  count++;
                }
                return count;
              }));
    }
    for (var i = 0; i < 4; i++) {
      functions.update("AWS::Lambda::Function", "Obedient", name, Obedient.class, "{}");
      functions.answer(name, "sleep", "300");
    }
    done.set(true);
    for (var call : calls) {
      assertTrue(call.get() > 0);
    }
  }

  @Test
  void idleEnvironments_areEndedAfterAWhile() throws Exception {
    start(settings -> settings.withIdleLimit(Duration.ofMillis(100)));
    var name = functions.deploy("Obedient", Obedient.class, "{}");
    var pid = functions.answer(name, "pid", "").asLong();
    TestFunctions.eventually(() -> ProcessHandle.of(pid).isEmpty(), "the process ends");
  }

  @Test
  void anotherFunctionThanFits_takesThePlaceOfTheOneIdleLongest() throws Exception {
    start(settings -> settings.withEnvironments(2, Duration.ofMillis(200)));
    var first = functions.deploy("First", Obedient.class, "{}");
    var second = functions.deploy("Second", Obedient.class, "{}");
    var third = functions.deploy("Third", Obedient.class, "{}");
    var pid = functions.answer(first, "pid", "").asLong();
    var other = functions.answer(second, "pid", "");
    functions.answer(third, "pid", "");
    assertFalse(ProcessHandle.of(pid).isPresent());
    assertEquals(other, functions.answer(second, "pid", ""));
  }

  @Test
  void allPlacesBusy_throttlesAfterAShortWait() throws Exception {
    start(settings -> settings.withEnvironments(1, Duration.ofMillis(200)));
    var name = functions.deploy("Obedient", Obedient.class, "{}");
    functions.answer(name, "pid", "");
    var call = later(() -> functions.answer(name, "sleep", "2000"));
    functions.awaitStarts(2);
    assertInstanceOf(Invocation.Throttled.class, functions.invoke(name, "pid", ""));
    assertEquals("slept", call.get().asText());
  }

  @Test
  void functionThatIsBusy_leavesHalfOfThePlacesToOthers() throws Exception {
    start(settings -> settings.withEnvironments(4, Duration.ofMillis(200)));
    var caller = functions.deploy("Caller", Obedient.class, "{}");
    var callee = functions.deploy("Callee", Obedient.class, "{}");
    var first = later(() -> functions.answer(caller, "sleep", "6000"));
    var second = later(() -> functions.answer(caller, "sleep", "6000"));
    functions.awaitStarts(2);
    assertInstanceOf(Invocation.Throttled.class, functions.invoke(caller, "pid", ""));
    assertEquals("called", functions.answer(callee, "echo", "called").path("with").asText());
    assertEquals("slept", first.get().asText());
    assertEquals("slept", second.get().asText());
  }

  @Test
  void functionThatHasAPlace_takesNoneThatWasUsedJustNow_butWaitsForItsOwn() throws Exception {
    start(settings -> settings.withEnvironments(3, Duration.ofSeconds(20)));
    var others = List.of(deploy("First"), deploy("Second"));
    var name = deploy("Third");
    var own = functions.answer(name, "pid", "");
    var used = new ArrayList<JsonNode>();
    for (var other : others) {
      used.add(functions.answer(other, "pid", ""));
    }
    var call = later(() -> functions.answer(name, "sleep", "500"));
    functions.awaitStarts(4);
    assertEquals(own, functions.answer(name, "pid", ""));
    assertEquals("slept", call.get().asText());
    for (var other : others) {
      assertEquals(used.removeFirst(), functions.answer(other, "pid", ""));
    }
  }

  @Test
  void callThatWaitsForItsTurnToStart_takesWhatComesFreeBefore() throws Exception {
    start(settings -> settings.withInitLimit(Duration.ofSeconds(30)));
    var name = deploy("Obedient");
    var pid = functions.answer(name, "pid", "");
    var busy = later(() -> functions.answer(name, "sleep", "1000"));
    functions.awaitStarts(2);
    var slow = "{\"Environment\": {\"Variables\": {\"INIT_MILLIS\": \"15000\"}}}";
    var starts = new ArrayList<Future<JsonNode>>();
    for (int i = 0; i < Math.max(2, Runtime.getRuntime().availableProcessors()); i++) {
      var slowName = functions.deploy("Slow" + i, SlowInit.class, slow);
      starts.add(later(() -> functions.answer(slowName, "echo", "")));
    }
    TestFunctions.eventually(
        () ->
            functions.console.stream().filter(line -> line.contains("INIT_START")).count()
                > starts.size(),
        "the others start");
    assertEquals(pid, functions.answer(name, "pid", ""));
    assertTrue(starts.stream().noneMatch(Future::isDone), "it waited for a start");
    assertEquals("slept", busy.get().asText());
  }

  @Test
  void deletedFunction_endsItsEnvironments() throws Exception {
    start(settings -> settings);
    var name = functions.deploy("Obedient", Obedient.class, "{}");
    var pid = functions.answer(name, "pid", "").asLong();
    functions.delete("AWS::Lambda::Function", "Obedient", name);
    TestFunctions.eventually(() -> ProcessHandle.of(pid).isEmpty(), "the process ends");
    assertInstanceOf(Invocation.NotFound.class, functions.invoke(name, "pid", ""));
  }

  private String deploy(String logicalId) throws Exception {
    return functions.deploy(logicalId, Obedient.class, "{}");
  }

  private Future<JsonNode> later(Callable<JsonNode> call) {
    return callers.submit(call);
  }

  private static void kill(long pid) throws Exception {
    var ended = ProcessHandle.of(pid).orElseThrow().onExit();
    new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor();
    ended.join();
  }
}
