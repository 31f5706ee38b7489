package dev.zerotomillions.monolith;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.PayloadFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No request whatsoever makes the shop fail: whatever is wrong with it is the client's to hear. */
class HostileInputTest {
  private static final Shop SHOP = new Shop();

  private static final List<String> PATHS =
      List.of(
          "/api/users",
          "/api/sessions",
          "/api/sessions/refresh",
          "/api/sessions/current",
          "/api/users/me",
          "/api/users/me/password",
          "/.well-known/jwks.json",
          "/api/products",
          "/api/products/tea",
          "/api/inventory/tea",
          "/api/inventory/tea/movements",
          "/api/orders",
          "/api/orders/ord_0",
          "/api/health",
          "/api/health/all",
          "/api/openapi.json",
          "/",
          "",
          "//",
          "/api/products/%00",
          "/api/orders/%zz",
          "/api/products/" + "x".repeat(10_000),
          "/api/inventory/\ud800",
          "/api/orders/../users",
          "/api/products/a;b=c");

  private static final List<String> QUERIES =
      List.of(
          "",
          "limit=abc",
          "limit=",
          "limit=1&limit=x",
          "cursor=%00",
          "cursor=AAAA",
          "category=%F0%9F%98%80",
          "q=%ff",
          "q=" + "%C3%A9".repeat(60),
          "%",
          "&&==&",
          "category=" + "c".repeat(5_000),
          "=x",
          "limit=9999999999999999999");

  private static final List<String> BODIES =
      List.of(
          "",
          " ",
          "null",
          "[]",
          "{}",
          "0",
          "\"\"",
          "{\"a\":NaN}",
          "{\"a\":1,\"a\":2}",
          "[".repeat(20_000),
          "{\"name\":\"\\ud800\"}",
          "{\"price\":{\"amount\":1e400,\"currency\":\"EUR\"}}",
          "\u0000",
          "{\"\":\"\"}",
          "{\"email\":\"" + "x".repeat(10_000) + "\"}",
          "{\"lines\":[{},null,[]]}",
          "{\"refreshToken\":\"usr_..ses_..\"}",
          "{\"currentPassword\":\"\",\"newPassword\":\"\ud834\udd61\"}",
          "{\"quantity\":-9223372036854775808}");

  private static final List<String> MEDIA_TYPES =
      List.of(
          "application/json",
          "",
          "text/html",
          "application/json; charset=utf-16",
          "multipart/form-data; boundary=x",
          "*/*",
          "application/x-www-form-urlencoded",
          ";");

  private static List<ApiRequest> requests() {
    List<ApiRequest> requests = new ArrayList<>();
    for (String path : PATHS) {
      for (String method :
          List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "", "x y")) {
        requests.add(ApiRequest.of(method, path));
      }
      QUERIES.forEach(query -> requests.add(ApiRequest.get(path + "?" + query)));
      for (String method : List.of("POST", "PUT", "PATCH")) {
        BODIES.forEach(body -> requests.add(ApiRequest.of(method, path).json(body)));
        MEDIA_TYPES.forEach(
            type ->
                requests.add(ApiRequest.of(method, path).header("content-type", type).body("{}")));
        requests.add(
            ApiRequest.of(method, path).json("").bytes(new byte[] {(byte) 0xff, '{', (byte) 0xc0}));
      }
    }
    return requests;
  }

  private static ApiRequest decorated(ApiRequest request, int number) {
    return request
        .header(
            "authorization",
            "Bearer " + SHOP.token(number % 2 == 0 ? Role.CUSTOMER : Role.ADMINISTRATOR))
        .header("idempotency-key", "hostile-" + number)
        .header("accept", number % 7 == 0 ? "text/html" : "*/*")
        .header("if-none-match", number % 5 == 0 ? "\"" : "*")
        .header("x-correlation-id", number % 3 == 0 ? "\ud800" : "ok");
  }

  @ParameterizedTest
  @EnumSource
  void noRequest_isAnsweredWith500(PayloadFormat format) {
    int number = 0;
    for (ApiRequest request : requests()) {
      number++;
      for (ApiRequest sent : List.of(request, decorated(request, number))) {
        ApiResponse answer = SHOP.api().as(format).send(sent);
        assertTrue(answer.status() < 500, () -> sent + " was answered with " + answer);
        if (answer.status() >= 400 && !sent.method().equals("HEAD")) {
          assertEquals("application/problem+json", answer.header("content-type"), sent.toString());
          assertEquals((long) answer.status(), answer.get("status"));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void answers_areNeverHtml(PayloadFormat format) {
    ApiResponse answer =
        SHOP.api().as(format).send(ApiRequest.get("/nope").header("accept", "text/html"));
    assertEquals("application/problem+json", answer.header("content-type"));
    assertTrue(answer.body().getBytes(StandardCharsets.UTF_8).length > 0);
  }
}
