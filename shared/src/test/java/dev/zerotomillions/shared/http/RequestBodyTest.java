package dev.zerotomillions.shared.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {
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
    ApiRequest broken =
        new ApiRequest("POST", "/echo", "", request.headers(), "not base64!", true, "");
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
  void tooLargeBody_isRefused() {
    String json = NOTE.replace("é", "x".repeat(70_000));
    assertProblem(413, "payload-too-large", API.send(post(json)));
  }
}
