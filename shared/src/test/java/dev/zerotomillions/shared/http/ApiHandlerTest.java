package dev.zerotomillions.shared.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.PayloadFormat;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiHandlerTest {
  private static final Api API = Api.start(Map.of());
  private static final String NOTE =
      """
      {"text":"é","number":7,"flag":true,"lines":[{"name":"a","quantity":1}],
       "price":{"amount":5,"currency":"EUR"}}""";

  private static ApiRequest post(String json) {
    return ApiRequest.of("POST", "/echo").json(json);
  }

  private static void assertProblem(int status, String problem, ApiResponse answer) {
    assertEquals(status, answer.status(), answer.body());
    assertEquals(problem, answer.problem(), answer.body());
    assertEquals("application/problem+json", answer.header("content-type"));
    assertEquals((long) status, answer.get("status"));
    assertNotNull(answer.get("title"));
    assertNotNull(answer.get("detail"));
    assertNotNull(answer.header("x-correlation-id"));
  }

  @ParameterizedTest
  @EnumSource
  void bodyOfEitherFormat_reachesTheController(PayloadFormat format) {
    ApiResponse answer = API.as(format).send(post(NOTE));
    assertEquals(200, answer.status(), answer.body());
    assertEquals("é", answer.get("text"));
    assertEquals(Map.of("amount", 5L, "currency", "EUR"), answer.get("price"));
    assertEquals("application/json", answer.header("content-type"));
  }

  @ParameterizedTest
  @EnumSource
  void base64Body_isDecoded(PayloadFormat format) {
    ApiRequest request = post(NOTE).bytes(NOTE.getBytes(StandardCharsets.UTF_8));
    assertEquals("é", API.as(format).send(request).get("text"));
  }

  @ParameterizedTest
  @EnumSource
  void pathAndQueryOfEitherFormat_areDecoded(PayloadFormat format) {
    ApiResponse answer =
        API.as(format).send(ApiRequest.get("/echo/w%C3%B6rd?limit=5&q=a%2Cb+c%26"));
    assertEquals(Map.of("word", "wörd", "limit", 5L, "q", "a,b c&"), answer.json());
  }

  @ParameterizedTest
  @EnumSource
  void pathThatTheGatewayDecoded_isTakenAsItIs(PayloadFormat format) {
    assertEquals("a wörd", API.as(format).send(ApiRequest.get("/echo/a wörd")).get("word"));
  }

  /** An HTTP API adds these headers itself, and ignores a function's. */
  @ParameterizedTest
  @EnumSource
  void answerThroughRestApi_mayBeReadByPagesOfAnyOrigin(PayloadFormat format) {
    ApiResponse answer = API.as(format).send(ApiRequest.get("/nope"));
    boolean rest = format == PayloadFormat.REST_API_1_0;
    assertEquals(rest ? "*" : null, answer.header("access-control-allow-origin"));
  }

  @Test
  void unknownAddress_isNotFound() {
    for (String path : new String[] {"/", "/nope", "/echo/a/b", "//echo/a", "/%00", "/echo/../x"}) {
      assertProblem(404, "not-found", API.send(ApiRequest.get(path)));
    }
  }

  @Test
  void otherMethod_isNotAllowed_andToldWhichAre() {
    for (String method : new String[] {"DELETE", "PATCH", "TRACE", "BREW"}) {
      ApiResponse answer = API.send(ApiRequest.of(method, "/echo"));
      assertProblem(405, "method-not-allowed", answer);
      assertEquals("POST", answer.header("allow"));
    }
  }

  @Test
  void unacceptableAnswer_isRefused() {
    ApiResponse answer = API.send(ApiRequest.get("/echo/a").header("accept", "image/png"));
    assertProblem(406, "not-acceptable", answer);
  }

  @Test
  void brokenPercentEncoding_isRefused() {
    assertProblem(400, "malformed-request", API.send(ApiRequest.get("/echo/%zz")));
    assertProblem(400, "malformed-request", API.send(ApiRequest.get("/echo/a%")));
    assertProblem(400, "malformed-request", API.send(ApiRequest.get("/echo/a?q=%G1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "1.5", "99999999999", "1e3", " 5x"})
  void queryOfTheWrongType_isNamed(String limit) {
    ApiResponse answer = API.send(ApiRequest.get("/echo/a?limit=" + limit.replace(" ", "%20")));
    assertProblem(400, "validation-failed", answer);
    assertTrue(answer.errors().getFirst().startsWith("limit: "), answer.body());
  }

  @Test
  void unforeseenFailure_isAnsweredWithoutItsDetails() {
    ApiResponse answer = API.send(ApiRequest.get("/echo/failure/unforeseen"));
    assertProblem(500, "internal-error", answer);
    assertFalse(answer.body().contains("nobody foresaw"));
  }

  @Test
  void saneCorrelationId_isKept_andAnotherReplaced() {
    assertEquals(
        "abc-1",
        API.send(ApiRequest.get("/echo/a").header("X-Correlation-Id", "abc-1"))
            .header("x-correlation-id"));
    String answered =
        API.send(ApiRequest.get("/echo/a").header("X-Correlation-Id", "a b\nc"))
            .header("x-correlation-id");
    assertTrue(String.valueOf(answered).startsWith("req-"), answered);
  }

  @Test
  void eventOfNoGateway_isRefusedWithAMessageThatTellsWhatIsExpected() {
    for (String event :
        new String[] {"{}", "[]", "nope", "{\"version\":\"2.0\"}", "{\"httpMethod\":1}"}) {
      byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
      assertThrows(UnsupportedEvent.class, () -> API.invoke(bytes));
    }
  }

  @Test
  void headRequest_hasNoBody() {
    ApiResponse answer = API.send(ApiRequest.of("HEAD", "/echo/a"));
    assertEquals(200, answer.status());
    assertEquals("", answer.body());
  }
}
