package dev.zerotomillions.orders;

import static dev.zerotomillions.orders.OrdersApi.line;
import static dev.zerotomillions.orders.OrdersApi.order;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.auth.TestTokens;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadOrdersTest {
  private final OrdersApi shop = new OrdersApi();

  @BeforeEach
  void fillTheShop() {
    shop.offer("tea", 499, 10);
  }

  private void assertRefused(int status, String problem, ApiResponse answer) {
    assertEquals(status, answer.status(), answer.body());
    assertEquals(problem, answer.problem());
    assertEquals(0, shop.orders.count(), "no order is written");
    assertEquals(10, shop.neighbours.onHand("tea"));
  }

  private void assertField(String field, Map<String, Object> order) {
    var answer = shop.place("usr_1", order);
    assertRefused(400, "validation-failed", answer);
    assertTrue(answer.errors().getFirst().startsWith(field + ": "), answer.body());
  }

  private static Map<String, Object> orderWith(String field, Object value) {
    var order = order(line("tea", 1, 499));
    order.put(field, value);
    return order;
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 1001, Long.MAX_VALUE})
  void quantityOutOfRange_isRefused(long quantity) {
    assertField("lines[0].quantity", order(line("tea", quantity, 499)));
  }

  @Test
  void negativePrice_isRefused() {
    assertField("lines[0].unitPrice.amount", order(line("tea", 1, -1)));
  }

  @Test
  void totalBeyondAllBounds_isRefused() {
    assertField("lines", order(line("tea", 1000, 1_000_000_000_000L)));
  }

  @Test
  void noLines_orTooMany_areRefused() {
    assertField("lines", orderWith("lines", List.of()));
    var many = IntStream.range(0, 31).mapToObj(i -> line("p" + i, 1, 1)).toList();
    assertField("lines", orderWith("lines", many));
  }

  @Test
  void sameProductInTwoLines_isRefused() {
    assertField("lines[1].productId", order(line("tea", 1, 499), line("tea", 2, 499)));
  }

  @Test
  void linesInDifferentCurrencies_areRefused() {
    var dollars =
        Map.of(
            "productId",
            "mug",
            "quantity",
            1,
            "unitPrice",
            Map.of("amount", 499, "currency", "USD"));
    assertField("lines[1].unitPrice.currency", order(line("tea", 1, 499), dollars));
  }

  @Test
  void productIdThatNoProductCanHave_isRefused() {
    assertField("lines[0].productId", order(line("Tea Time!", 1, 499)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4111111111111111", "tok_", "tok_4111 1111", ""})
  void paymentThatIsNoToken_isRefused(String token) {
    assertField("payment.token", orderWith("payment", Map.of("token", token)));
  }

  @Test
  void incompleteAddress_orUnknownCountry_isRefused() {
    for (var field : List.of("name", "street", "city", "postalCode", "country")) {
      var address = OrdersApi.address();
      address.remove(field);
      assertField("shipTo." + field, orderWith("shipTo", address));
    }
    var nowhere = OrdersApi.address();
    nowhere.put("country", "XX");
    assertField("shipTo.country", orderWith("shipTo", nowhere));
  }

  @Test
  void unknownFields_areRefused_atEveryDepth() {
    assertField("status", orderWith("status", "CONFIRMED"));
    assertField("payment.cvc", orderWith("payment", Map.of("token", "tok_visa", "cvc", "123")));
  }

  @Test
  void wrongTypes_areRefused() {
    assertField("lines", orderWith("lines", "tea"));
    assertField("payment", orderWith("payment", 7));
    assertField("shipTo", orderWith("shipTo", Collections.emptyList()));
  }

  @Test
  void bodiesThatAreNoOrder_areRefused() {
    assertRefused(400, "malformed-json", shop.place("usr_1", "{\"lines\": ["));
    assertRefused(400, "validation-failed", shop.place("usr_1", "[]"));
    assertRefused(400, "validation-failed", shop.place("usr_1", "null"));
    assertRefused(
        413, "payload-too-large", shop.place("usr_1", orderWith("note", "x".repeat(100_000))));
  }

  @Test
  void missingOrUnusableKey_isRefused() {
    var request = ApiRequest.of("POST", "/api/orders").json(order(line("tea", 1, 499)));
    assertRefused(400, "idempotency-key-missing", shop.api.send(shop.as("usr_1", request)));
    assertRefused(
        400,
        "idempotency-key-malformed",
        shop.place("usr_1", order(line("tea", 1, 499)), "k".repeat(129)));
  }

  @Test
  void missingForgedOrExpiredToken_isUnauthorized() {
    var request =
        ApiRequest.of("POST", "/api/orders")
            .json(order(line("tea", 1, 499)))
            .header("idempotency-key", "k");
    assertRefused(401, "unauthorized", shop.api.send(request));
    var forged = new TestTokens().issue("usr_1", Role.CUSTOMER, Instant.now());
    assertRefused(
        401, "unauthorized", shop.api.send(request.header("authorization", "Bearer " + forged)));
    var expired = OrdersApi.TOKENS.issue("usr_1", Role.CUSTOMER, Instant.now().minusSeconds(3600));
    assertRefused(
        401, "unauthorized", shop.api.send(request.header("authorization", "Bearer " + expired)));
  }

  @Test
  void unknownRouteOrMethod_isRefused() {
    assertRefused(
        405,
        "method-not-allowed",
        shop.api.send(shop.as("usr_1", ApiRequest.of("DELETE", "/api/orders"))));
    assertRefused(404, "not-found", shop.get("usr_1", "/api/baskets"));
  }
}
