package dev.zerotomillions.local.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.aws.Arns;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.aws.AwsResponse;
import dev.zerotomillions.local.functions.handlers.Obedient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Lambda's API as the AWS CLI calls it. */
@NullUnmarked
@TestInstance(Lifecycle.PER_CLASS)
class LambdaApiTest {
  private TestFunctions functions;
  private String name;
  private String path;

  @BeforeAll
  void deploy(@TempDir Path data) throws Exception {
    functions = new TestFunctions(data, settings -> settings);
    name = functions.deploy("Obedient", Obedient.class, "{\"Description\": \"Obeys\"}");
    path = "/2015-03-31/functions/" + name;
    var named = TestFunctions.object("{}").put("FunctionName", name);
    functions.create("AWS::Lambda::Version", "V1", named.deepCopy());
    var alias = named.deepCopy().put("Name", "live").put("FunctionVersion", "1");
    functions.create("AWS::Lambda::Alias", "Live", alias);
    functions.create(
        "AWS::Lambda::Permission",
        "May",
        named
            .put("Action", "lambda:InvokeFunction")
            .put("Principal", "events.amazonaws.com")
            .put("FunctionName", name + ":live"));
  }

  @AfterAll
  void close() {
    functions.close();
  }

  @Test
  void rights_areOfTheOperationOnTheFunctionAsItIsNamed() throws Exception {
    var arn = "arn:aws:lambda:eu-west-1:123456789012:function:" + name;
    assertEquals("lambda:ListFunctions *", right("GET", "/2015-03-31/functions/", ""));
    assertEquals("lambda:InvokeFunction " + arn, right("POST", path + "/invocations", ""));
    assertEquals(
        "lambda:InvokeFunction " + arn + ":live",
        right("POST", path + "/invocations", "Qualifier=live"));
    assertEquals(
        "lambda:InvokeFunction " + arn + ":live",
        right(
            "POST",
            "/2015-03-31/functions/" + arn.replace(":", "%3A") + "%3Alive/invocations",
            ""));
    assertEquals(
        "lambda:GetFunctionConfiguration " + arn, right("GET", path + "/configuration", ""));
    var unknown = assertThrows(AwsError.class, () -> right("DELETE", path, ""));
    assertEquals(501, unknown.status());
  }

  private String right(String method, String path, String query) throws AwsError {
    var request = new AwsRequest(method, path, query, Map.of(), new byte[0], "eu-west-1", "local");
    var needs = functions.service.api().rights(request, new Arns("eu-west-1", "123456789012"));
    assertEquals(1, needs.size());
    return needs.getFirst().action() + " " + needs.getFirst().resource();
  }

  @Test
  void functions_areListedWithTheirConfiguration() throws Exception {
    var listed = get("/2015-03-31/functions/", "").path("Functions").path(0);
    assertEquals(name, listed.path("FunctionName").asText());
    assertEquals("java25", listed.path("Runtime").asText());
    assertEquals("Obeys", listed.path("Description").asText());
    assertEquals(256, listed.path("MemorySize").asInt());
    assertEquals("$LATEST", listed.path("Version").asText());
    assertEquals(name, get(path, "").path("Configuration").path("FunctionName").asText());
    var live = get(path + "/configuration", "Qualifier=live");
    assertEquals("1", live.path("Version").asText());
    assertTrue(live.path("FunctionArn").asText().endsWith(name + ":live"));
  }

  @Test
  void listIsPaged_byMarker() throws Exception {
    var page = get(path + "/versions", "MaxItems=1");
    assertEquals(1, page.path("Versions").size());
    var next = get(path + "/versions", "MaxItems=1&Marker=" + page.path("NextMarker").asText());
    assertEquals("1", next.path("Versions").path(0).path("Version").asText());
    assertFalse(next.has("NextMarker"));
  }

  @Test
  void aliasesAndPolicy_areTold() throws Exception {
    assertEquals("live", get(path + "/aliases", "").path("Aliases").path(0).path("Name").asText());
    assertEquals("1", get(path + "/aliases/live", "").path("FunctionVersion").asText());
    assertTrue(
        get(path + "/policy", "Qualifier=live")
            .path("Policy")
            .asText()
            .contains("events.amazonaws.com"));
    assertEquals(404, refusal("GET", path + "/policy", "", Map.of(), "").status());
  }

  @Test
  void invoke_answersWithVersionAndTheLogsTail() throws Exception {
    var headers = Map.of("x-amz-log-type", "Tail");
    var event = "{\"do\": \"print\", \"with\": \"hello log\"}";
    var answer = call("POST", path + "%3Alive/invocations", "", headers, event);
    assertEquals(200, answer.status());
    assertEquals("\"printed\"", new String(answer.body(), StandardCharsets.UTF_8));
    assertEquals("1", answer.headers().get("X-Amz-Executed-Version"));
    var log =
        new String(
            Base64.getDecoder().decode(answer.headers().get("X-Amz-Log-Result")),
            StandardCharsets.UTF_8);
    assertTrue(log.contains("START RequestId"), log);
    assertTrue(log.contains("hello log\nEND RequestId"), log);
    assertTrue(log.contains("REPORT RequestId"), log);
  }

  @Test
  void invokeThatFails_isOkWithTheErrorsHeader() throws Exception {
    var answer =
        call("POST", path + "/invocations", "", Map.of(), "{\"do\": \"throw\", \"with\": \"x\"}");
    assertEquals(200, answer.status());
    assertEquals("Unhandled", answer.headers().get("X-Amz-Function-Error"));
  }

  @Test
  void invocationTypes_areHonoured() throws Exception {
    assertEquals(202, invoke("Event").status());
    assertEquals(204, invoke("DryRun").status());
    assertEquals(
        "InvalidParameterValueException",
        assertThrows(AwsError.class, () -> invoke("Whenever")).code());
  }

  @Test
  void payloadThatIsNoJson_isRefused() {
    var refusal = refusal("POST", path + "/invocations", "", Map.of(), "{oops");
    assertEquals("InvalidRequestContentException", refusal.code());
    assertEquals(400, refusal.status());
  }

  @Test
  void unknownFunction_isNotFound() {
    var refusal = refusal("POST", "/2015-03-31/functions/nobody/invocations", "", Map.of(), "{}");
    assertEquals("ResourceNotFoundException", refusal.code());
    assertEquals(404, refusal.status());
  }

  @Test
  void reservedConcurrency_isSetReadAndTakenAway() throws Exception {
    var put = "/2017-10-31/functions/" + name + "/concurrency";
    var get = "/2019-09-30/functions/" + name + "/concurrency";
    call("PUT", put, "", Map.of(), "{\"ReservedConcurrentExecutions\": 0}");
    assertEquals(0, get(get, "").path("ReservedConcurrentExecutions").asInt(-1));
    var refusal = refusal("POST", path + "/invocations", "", Map.of(), "{}");
    assertEquals("TooManyRequestsException", refusal.code());
    assertEquals(429, refusal.status());
    assertEquals(204, call("DELETE", put, "", Map.of(), "").status());
    assertFalse(get(get, "").has("ReservedConcurrentExecutions"));
  }

  @Test
  void unknownOperation_isRefusedByName() {
    var refusal = refusal("PUT", path + "/configuration", "", Map.of(), "{}");
    assertEquals("NotImplemented", refusal.code());
    assertTrue(String.valueOf(refusal.getMessage()).contains("PUT " + path + "/configuration"));
  }

  private AwsResponse invoke(String type) throws Exception {
    return call("POST", path + "/invocations", "", Map.of("x-amz-invocation-type", type), "{}");
  }

  private JsonNode get(String path, String query) throws Exception {
    return TestFunctions.JSON.readTree(call("GET", path, query, Map.of(), "").body());
  }

  private AwsError refusal(
      String method, String path, String query, Map<String, String> headers, String body) {
    return assertThrows(AwsError.class, () -> call(method, path, query, headers, body));
  }

  private AwsResponse call(
      String method, String path, String query, Map<String, String> headers, String body)
      throws AwsError, InterruptedException {
    var all = new java.util.HashMap<String, List<String>>();
    headers.forEach((key, value) -> all.put(key, List.of(value)));
    return functions
        .service
        .api()
        .handle(
            new AwsRequest(
                method,
                path,
                query,
                all,
                body.getBytes(StandardCharsets.UTF_8),
                "eu-west-1",
                "AKIADEVELOPER"));
  }
}
