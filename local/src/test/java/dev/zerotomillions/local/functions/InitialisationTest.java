package dev.zerotomillions.local.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.local.functions.handlers.FailingInit;
import dev.zerotomillions.local.functions.handlers.Obedient;
import dev.zerotomillions.local.functions.handlers.SlowInit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How initialisations fail. */
@NullUnmarked
class InitialisationTest {
  @TempDir private Path data;
  private TestFunctions functions;

  @BeforeEach
  void start() throws Exception {
    functions =
        new TestFunctions(data, settings -> settings.withInitLimit(Duration.ofMillis(1500)));
  }

  @AfterEach
  void close() {
    functions.close();
  }

  @Test
  void failingConstructor_isTriedTwice_andReportedToTheCaller() throws Exception {
    var name = functions.deploy("FailingInit", FailingInit.class, "{}");
    var error = functions.error(name, "echo", "");
    assertEquals("no table", error.path("errorMessage").asText());
    assertEquals("java.lang.IllegalStateException", error.path("errorType").asText());
    TestFunctions.eventually(
        () ->
            logged("Phase: init\tStatus: error\tError Type: java.lang.IllegalStateException")
                && logged("Phase: invoke\tStatus: error"),
        "both attempts are logged");
  }

  @Test
  void initialisationSlowerThanAllowed_isRetriedInTheInvocationsOwnTime() throws Exception {
    var name = functions.deploy("SlowInit", SlowInit.class, slow(2000, 20));
    assertInstanceOf(Invocation.Returned.class, functions.invoke(name, "echo", ""));
    TestFunctions.eventually(() -> logged("Phase: init\tStatus: timeout"), "the timeout is logged");
  }

  @Test
  void initialisationSlowerThanTheTimeout_timesOut() throws Exception {
    var name = functions.deploy("SlowInit", SlowInit.class, slow(20_000, 1));
    var error = functions.error(name, "echo", "");
    assertEquals("Sandbox.Timedout", error.path("errorType").asText());
    assertTrue(
        error.path("errorMessage").asText().endsWith("Error: Task timed out after 1.00 seconds"));
  }

  @Test
  void unknownHandlerClass_isReportedToTheCaller() throws Exception {
    var properties = "{\"Handler\": \"no.Such::handleRequest\"}";
    var name = functions.deploy("Unknown", Obedient.class, properties);
    var error = functions.error(name, "echo", "");
    assertEquals("java.lang.ClassNotFoundException", error.path("errorType").asText());
  }

  @Test
  void processThatCannotBeStarted_isReportedEachTime_andLeavesItsSlot(@TempDir Path aside)
      throws Exception {
    var name = functions.deploy("NoCode", Obedient.class, "{\"ReservedConcurrentExecutions\": 1}");
    var code = data.resolve("code");
    Files.move(code, aside.resolve("code"));
    for (var i = 0; i < 30; i++) {
      var error = functions.error(name, "echo", "");
      assertEquals("Runtime.InvalidEntrypoint", error.path("errorType").asText());
    }
    Files.move(aside.resolve("code"), code);
    assertEquals("back", functions.answer(name, "echo", "back").path("with").asText());
  }

  private static String slow(int millis, int timeout) {
    return """
        {"Timeout": %d, "Environment": {"Variables": {"INIT_MILLIS": "%d"}}}"""
        .formatted(timeout, millis);
  }

  private boolean logged(String text) {
    return functions.console.stream().anyMatch(line -> line.contains(text));
  }
}
