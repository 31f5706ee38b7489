package dev.zerotomillions.local.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.functions.handlers.Obedient;
import dev.zerotomillions.local.iam.Principal;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Invocations of one function on AWS's native client, most of them on the same environment. */
@NullUnmarked
@TestInstance(Lifecycle.PER_CLASS)
class InvokeTest {
  TestFunctions functions;
  String obedient;

  @BeforeAll
  void deploy(@TempDir Path data) throws Exception {
    functions = new TestFunctions(data, this::settings);
    obedient =
        functions.deploy(
            "Obedient",
            Obedient.class,
            """
            {"Environment": {"Variables": {"TABLE": "t", "AWS_REGION": "mars",
             "SHOP_URL": "https://a1b2c3.execute-api.eu-west-1.amazonaws.com/prod",
             "JAVA_TOOL_OPTIONS": "-Dfrom.template=yes"}}}""");
  }

  FunctionSettings settings(FunctionSettings defaults) {
    return defaults;
  }

  @AfterAll
  void close() {
    functions.close();
  }

  @Test
  void event_isEchoed() throws Exception {
    assertEquals("mé\"", functions.answer(obedient, "echo", "mé\"").path("with").asText());
  }

  @Test
  void sequentialCalls_shareOneEnvironment() throws Exception {
    var first = functions.answer(obedient, "pid", "");
    for (var i = 0; i < 50; i++) {
      assertEquals(first, functions.answer(obedient, "pid", ""));
    }
  }

  @Test
  void environment_isLambdas_andNothingOfTheDevelopersOwn() throws Exception {
    var environment = functions.answer(obedient, "environment", "");
    assertEquals("t", environment.path("TABLE").asText());
    assertEquals("eu-west-1", environment.path("AWS_REGION").asText());
    assertEquals("eu-west-1", environment.path("AWS_DEFAULT_REGION").asText());
    assertEquals(obedient, environment.path("AWS_LAMBDA_FUNCTION_NAME").asText());
    assertEquals("$LATEST", environment.path("AWS_LAMBDA_FUNCTION_VERSION").asText());
    assertEquals("256", environment.path("AWS_LAMBDA_FUNCTION_MEMORY_SIZE").asText());
    assertEquals("on-demand", environment.path("AWS_LAMBDA_INITIALIZATION_TYPE").asText());
    assertEquals("/aws/lambda/" + obedient, environment.path("AWS_LAMBDA_LOG_GROUP_NAME").asText());
    assertEquals("http://127.0.0.1:4566", environment.path("AWS_ENDPOINT_URL").asText());
    assertEquals("AWS_Lambda_java25", environment.path("AWS_EXECUTION_ENV").asText());
    assertEquals(":UTC", environment.path("TZ").asText());
    assertFalse(environment.has("HOME"), environment.toString());
    assertFalse(environment.has("JAVA_HOME"), environment.toString());
    assertEquals("arn:aws:iam::000000000000:role/test", principal(environment).roleArn());
    assertEquals(obedient, principal(environment).session());
  }

  @Test
  void addressOfAnApi_leadsToTheGatewayHere() throws Exception {
    assertEquals(
        "http://127.0.0.1:4566/_aws/execute-api/a1b2c3/prod",
        functions.answer(obedient, "environment", "").path("SHOP_URL").asText());
  }

  private Principal principal(JsonNode environment) {
    return functions
        .credentials
        .principal(environment.path("AWS_ACCESS_KEY_ID").asText())
        .orElseThrow();
  }

  @Test
  void javaToolOptions_reachTheJvm() throws Exception {
    assertEquals("yes", functions.answer(obedient, "property", "from.template").asText());
  }

  @Test
  void context_tellsRequestArnAndTimeLeft() throws Exception {
    var context = functions.answer(obedient, "context", "");
    assertEquals(
        "arn:aws:lambda:eu-west-1:000000000000:function:" + obedient, context.path("arn").asText());
    assertEquals(256, context.path("memory").asInt());
    assertTrue(context.path("remaining").asInt() > 15_000, context.toString());
    assertTrue(context.path("remaining").asInt() <= 20_000, context.toString());
  }

  @Test
  void exception_isReportedAsTheRuntimeDoes() throws Exception {
    var error = functions.error(obedient, "throw", "out of luck");
    assertEquals("out of luck", error.path("errorMessage").asText());
    assertEquals("java.lang.IllegalStateException", error.path("errorType").asText());
    assertTrue(error.path("stackTrace").isArray());
  }

  @Test
  void exit_isReportedWithItsStatus_andTheNextCallStartsAnew() throws Exception {
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
  void responseOverSixMegabytes_isRefused_andTheEnvironmentLivesOn() throws Exception {
    var pid = functions.answer(obedient, "pid", "");
    var error = functions.error(obedient, "big", "6300000");
    assertEquals("Function.ResponseSizeTooLarge", error.path("errorType").asText());
    assertEquals(
        "Response payload size exceeded maximum allowed payload size (6291556 bytes).",
        error.path("errorMessage").asText());
    assertEquals(pid, functions.answer(obedient, "pid", ""));
  }

  @Test
  void responseOfSixMegabytes_isPassedOn() throws Exception {
    assertEquals(6_291_000, functions.answer(obedient, "big", "6291000").asText().length());
  }

  @Test
  void requestOverSixMegabytes_isRefused() throws Exception {
    assertInstanceOf(
        Invocation.PayloadTooLarge.class,
        functions.service.invoke(obedient, new byte[Limits.REQUEST + 1], TestFunctions.PATIENCE));
  }

  @Test
  void requestOfSixMegabytes_reachesTheFunction() throws Exception {
    var event = functions.answer(obedient, "echo", "y".repeat(6_000_000));
    assertEquals(6_000_000, event.path("with").asText().length());
  }

  @Test
  void impatientCaller_isToldSo() throws Exception {
    var answer =
        functions.service.invoke(
            obedient,
            "{\"do\":\"sleep\",\"with\":\"300\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            Duration.ofMillis(20));
    assertInstanceOf(Invocation.TookTooLong.class, answer);
  }

  @Test
  void unknownFunction_isNotFound() throws Exception {
    assertInstanceOf(Invocation.NotFound.class, functions.invoke("nobody", "echo", ""));
    assertInstanceOf(Invocation.NotFound.class, functions.invoke(obedient + ":7", "echo", ""));
  }

  @Test
  void printedLines_stayBetweenTheirInvocationsStartAndEnd() throws Exception {
    for (var i = 0; i < 20; i++) {
      functions.answer(obedient, "print", "line " + i);
    }
    functions.answer(obedient, "echo", "");
    for (var i = 0; i < 20; i++) {
      var line = obedient + " | line " + i;
      TestFunctions.eventually(() -> functions.console.contains(line), line);
      var at = functions.console.indexOf(line);
      assertTrue(functions.console.get(at - 1).contains("START RequestId: "));
      assertTrue(functions.console.get(at + 1).contains("END RequestId: "));
      assertTrue(functions.console.get(at + 2).contains("REPORT RequestId: "));
    }
  }
}
