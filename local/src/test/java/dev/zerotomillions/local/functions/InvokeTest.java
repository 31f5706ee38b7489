package dev.zerotomillions.local.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.local.functions.handlers.Obedient;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
@TestInstance(Lifecycle.PER_CLASS)
class InvokeTest {
  private TestFunctions functions;
  private String obedient;

  @BeforeAll
  void deploy(@TempDir Path data) throws Exception {
    functions = new TestFunctions(data, settings -> settings);
    obedient = functions.deploy("Obedient", Obedient.class, "{}");
  }

  @AfterAll
  void close() {
    functions.close();
  }

  @Test
  void event_isEchoed() throws Exception {
    assertEquals("me", functions.answer(obedient, "echo", "me").path("with").asText());
  }

  @Test
  void sequentialCalls_shareOneEnvironment() throws Exception {
    var first = functions.answer(obedient, "pid", "");
    for (var i = 0; i < 50; i++) {
      assertEquals(first, functions.answer(obedient, "pid", ""));
    }
  }

  @Test
  void exception_isReportedAsTheRuntimeDoes() throws Exception {
    var error = functions.error(obedient, "throw", "out of luck");
    assertEquals("out of luck", error.path("errorMessage").asText());
    assertEquals("java.lang.IllegalStateException", error.path("errorType").asText());
    assertTrue(error.path("stackTrace").isArray());
  }

  @Test
  void exit_isReportedWithItsStatus() throws Exception {
    var invocation =
        assertInstanceOf(Invocation.Failed.class, functions.invoke(obedient, "exit", "3"));
    assertEquals("Unhandled", invocation.kind());
    var error = TestFunctions.JSON.readTree(invocation.payload());
    assertEquals("Runtime.ExitError", error.path("errorType").asText());
    assertEquals(
        "RequestId: %s Error: Runtime exited with error: exit status 3"
            .formatted(invocation.requestId()),
        error.path("errorMessage").asText());
    assertEquals("again", functions.answer(obedient, "echo", "again").path("with").asText());
  }

  @Test
  void unknownFunction_isNotFound() throws Exception {
    assertInstanceOf(Invocation.NotFound.class, functions.invoke("nobody", "echo", ""));
  }
}
