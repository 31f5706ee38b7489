package dev.zerotomillions.shared.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

class InternalCallsTest {
  private static final Api API = Api.start(Map.of("SHOP_FUNCTION", "Monolith"));
  private static final String GREETINGS = "/internal/greeter/greetings";

  private static ApiRequest greeting() {
    return ApiRequest.of("POST", GREETINGS).json("{\"text\":\"hello\"}");
  }

  @ParameterizedTest
  @EnumSource
  void callThatTheGatewayAuthorizedByIam_reachesTheController(PayloadFormat format) {
    ApiResponse answer = API.as(format).send(greeting().asService());
    assertEquals(200, answer.status(), answer.body());
    assertTrue(String.valueOf(answer.get("caller")).startsWith("arn:aws:sts::"), answer.body());
  }

  @ParameterizedTest
  @EnumSource
  void stranger_isAnsweredAsIfNothingWereThere(PayloadFormat format) {
    Api api = API.as(format);
    for (ApiRequest request :
        new ApiRequest[] {
          greeting(),
          ApiRequest.of("POST", GREETINGS).json("{\"wrong\":1}"),
          ApiRequest.of("POST", GREETINGS).body("text").header("content-type", "text/plain"),
          ApiRequest.of("DELETE", GREETINGS),
          ApiRequest.get("/internal/greeter/failure"),
          ApiRequest.of("POST", "/%69nternal/greeter/greetings").json("{}"),
          ApiRequest.get("/hidden"),
          greeting().header("dev.zerotomillions.service-caller", "arn:aws:sts::1:role")
        }) {
      ApiResponse answer = api.send(request);
      assertEquals(404, answer.status(), request + " " + answer.body());
      assertEquals("not-found", answer.problem());
      assertEquals("Nothing is at " + request.path() + ".", answer.get("detail"));
    }
  }

  @Test
  void identityThatIsNoText_isNone() {
    String event =
        """
        {"httpMethod":"GET","path":"/hidden","headers":{},
         "requestContext":{"identity":{"sourceIp":"1.2.3.4","userArn":null}}}""";
    byte[] answer = API.invoke(event.getBytes(StandardCharsets.UTF_8));
    assertEquals(404, ApiResponse.read(answer).status());
  }

  @Test
  void callInTheSameProcess_isAService_withinTheCallersCorrelationAndASoonerDeadline() {
    ApiResponse answer =
        API.send(ApiRequest.get("/echo-internal").header("x-correlation-id", "order-7"));
    assertEquals(200, answer.status(), answer.body());
    assertEquals("in-process", answer.get("caller"));
    assertEquals("order-7", answer.get("innerCorrelation"));
    assertEquals("order-7", answer.get("outerCorrelation"));
    long inner = number(answer, "innerRemaining");
    long outer = number(answer, "outerRemaining");
    assertTrue(inner > 0 && inner <= 2000, "inner " + inner);
    assertTrue(outer > 2000 && outer <= 9500, "outer " + outer);
  }

  @Test
  void callersDeadline_isTakenOver_ifItIsSooner() {
    assertTrue(remaining(greeting().asService().header("request-timeout-ms", "700")) <= 700);
    for (String later : new String[] {"60000", "99999999999999999999", "soon", "", "-1", "1.5"}) {
      long left = remaining(greeting().asService().header("request-timeout-ms", later));
      assertTrue(left > 5000 && left <= 9500, later + ": " + left);
    }
  }

  @Test
  void unforeseenFailureOfACallee_isAnsweredLikeAnyOther() {
    ApiResponse answer = API.send(ApiRequest.get("/internal/greeter/failure").asService());
    assertEquals(500, answer.status());
    assertEquals("internal-error", answer.problem());
  }

  private static long remaining(ApiRequest request) {
    return number(API.send(request), "remaining");
  }

  private static long number(ApiResponse answer, String member) {
    return Long.parseLong(String.valueOf(answer.get(member)));
  }
}
