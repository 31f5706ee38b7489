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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "}",
        "nope",
        "{\"text\"}",
        "{'text':1}",
        "[1,]",
        "NaN",
        "{\"number\":NaN}",
        "01",
        "{}{}",
        "{} x",
        "{\"text\":\"a\",\"text\":\"b\"}",
        "\"\\ud8\"",
        "{\"text\":\"\u0001\"}",
        "\"open",
        "// c\n{}",
        " "
      })
  void malformedJson_isRefused(String json) {
    assertProblem(400, "malformed-json", API.send(post(json)));
  }

  @Test
  void deepOrLongDocuments_areRefusedBeforeTheyAreBuilt() {
    for (String json :
        new String[] {"[".repeat(30_000), "{\"a\":".repeat(9_000), "1".repeat(60_000)}) {
      assertProblem(400, "malformed-json", API.send(post(json)));
    }
  }

  @Test
  void invalidUtf8_isRefused() {
    byte[] bytes = {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'};
    assertProblem(400, "malformed-json", API.send(post("").bytes(bytes)));
  }

  @Test
  void invalidBase64_isRefused() {
    ApiRequest request = post("{}");
    ApiRequest broken = new ApiRequest("POST", "/echo", "", request.headers(), "not base64!", true);
    assertProblem(400, "malformed-request", API.send(broken));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "1", "true", "\"text\"", "1e999999999"})
  void documentThatIsNoObject_isRefused(String json) {
    ApiResponse answer = API.send(post(json));
    assertProblem(400, "validation-failed", answer);
    assertEquals("body: must be an object", answer.errors().getFirst());
  }

  @Test
  void missingBody_isRefused() {
    assertProblem(400, "body-missing", API.send(post("")));
    ApiRequest none = ApiRequest.of("POST", "/echo").header("content-type", "application/json");
    assertProblem(400, "body-missing", API.send(none));
    assertProblem(400, "body-missing", API.send(ApiRequest.of("POST", "/echo")));
  }

  @Test
  void everyFieldThatIsWrong_isNamedAtOnce() {
    ApiResponse answer =
        API.send(
            post(
                """
                {"text":"too long","number":1.5,"flag":"true","color":"red",
                 "lines":[{"name":" ","quantity":100,"x":1},{"quantity":"2"},7],
                 "price":{"amount":-1,"currency":"EURO"}}"""));
    assertProblem(400, "validation-failed", answer);
    assertEquals(
        java.util.Set.of(
            "text: must have 0 to 5 characters",
            "number: must be a whole number from -9223372036854775808 to 9223372036854775807",
            "flag: must be true or false",
            "color: is unknown",
            "lines[0].name: must not be blank",
            "lines[0].quantity: must be at most 99",
            "lines[0].x: is unknown",
            "lines[1].name: is required",
            "lines[1].quantity: must be a whole number from -2147483648 to 2147483647",
            "lines[2]: must be an object",
            "price.amount: must be at least 0",
            "price.currency: must match [A-Z]{3}"),
        java.util.Set.copyOf(answer.errors()));
  }

  @Test
  void rulesOfConstructors_areNamedWithTheirPath() {
    ApiResponse answer = API.send(post(NOTE.replace("EUR", "ZZZ")));
    assertEquals(java.util.List.of("price.currency: must be an ISO 4217 code"), answer.errors());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "\\udc00x", "\\u0000", "\\u001f"})
  void textThatNothingCanStore_isRefused(String text) {
    ApiResponse answer = API.send(post(NOTE.replace("é", text)));
    assertProblem(400, "validation-failed", answer);
    assertTrue(answer.errors().getFirst().startsWith("text: "), answer.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"99999999999999999999", "1e3", "-0.0", "7.0", "\"7\"", "null", "{}", "[]"})
  void numberThatIsNotWhole_isRefused(String number) {
    assertProblem(400, "validation-failed", API.send(post(NOTE.replace("7", number))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "multipart/form-data",
        "application/x-www-form-urlencoded"
      })
  void otherMediaType_isUnsupported(String type) {
    ApiRequest request = ApiRequest.of("POST", "/echo").header("Content-Type", type).body(NOTE);
    assertProblem(415, "unsupported-media-type", API.send(request));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "junk",
        "/",
        "a/b/c",
        "application/json; charset=\"",
        ";;",
        "application/json;charset=nope"
      })
  void strangeMediaType_neverBreaksTheFunction(String type) {
    ApiRequest request = ApiRequest.of("POST", "/echo").header("Content-Type", type).body(NOTE);
    assertTrue(API.send(request).status() < 500, type);
  }

  @Test
  void mediaTypeWithParameters_isJsonAllTheSame() {
    ApiRequest request =
        ApiRequest.of("POST", "/echo")
            .header("content-type", "application/json; charset=utf-8")
            .body(NOTE);
    assertEquals(200, API.send(request).status());
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
  void tooLargeBody_isRefused() {
    String json = NOTE.replace("é", "x".repeat(70_000));
    assertProblem(413, "payload-too-large", API.send(post(json)));
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
