package dev.zerotomillions.orders;

import static dev.zerotomillions.orders.OrdersApi.line;
import static dev.zerotomillions.orders.OrdersApi.order;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.AtOnce;
import dev.zerotomillions.shared.testing.PayloadFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlaceOrderTest {
  private final OrdersApi shop = new OrdersApi();

  @BeforeEach
  void fillTheShop() {
    shop.offer("tea", 499, 10);
    shop.offer("mug", 1299, 3);
  }

  private void assertRefused(int status, String problem, ApiResponse answer) {
    assertEquals(status, answer.status(), answer.body());
    assertEquals(problem, answer.problem());
    assertEquals(0, shop.neighbours.taken(), "nothing is taken");
    assertEquals(0, shop.neighbours.reserved("tea"), "nothing is held");
    assertEquals(10, shop.neighbours.onHand("tea"));
  }

  @Test
  void order_isConfirmed_withItsTotalAndHistory() {
    var answer = shop.place("usr_1", order(line("tea", 2, 499), line("mug", 1, 1299)));

    assertEquals(201, answer.status(), answer.body());
    assertTrue(
        String.valueOf(answer.get("id")).matches("ord_[0-9a-f]{3}_[0-9a-f-]{36}"), answer.body());
    assertEquals("/api/orders/" + answer.get("id"), answer.header("location"));
    assertEquals("CONFIRMED", answer.get("status"));
    assertEquals(Map.of("amount", 2297L, "currency", "EUR"), answer.get("total"));
    assertEquals(4L, answer.get("version"));
    assertTrue(answer.body().contains("\"history\":[{\"status\":\"PENDING\""), answer.body());
  }

  @Test
  void order_takesItsItemsOutOfStock_itsMoneyOnce_andTellsSo() {
    shop.place("usr_1", order(line("tea", 2, 499), line("mug", 3, 1299)));

    assertEquals(8, shop.neighbours.onHand("tea"));
    assertEquals(0, shop.neighbours.onHand("mug"));
    assertEquals(2 * 499 + 3 * 1299, shop.neighbours.taken());
    assertEquals(List.of("order.placed", "order.confirmed"), shop.told());
  }

  @Test
  void restEvents_areUnderstoodAsWell() {
    var request =
        shop.as(
            "usr_1",
            ApiRequest.of("POST", "/api/orders")
                .json(order(line("tea", 1, 499)))
                .header("Idempotency-Key", "k"));
    assertEquals(201, shop.api.as(PayloadFormat.REST_API_1_0).send(request).status());
  }

  @Test
  void changedPrice_isNamed_andTheNewOneTold() {
    var answer = shop.place("usr_1", order(line("tea", 1, 499), line("mug", 1, 999)));

    assertRefused(409, "price-changed", answer);
    assertEquals(0, shop.orders.count(), "no order is written");
    assertEquals("mug", answer.get("productId"));
    assertEquals(Map.of("amount", 999L, "currency", "EUR"), answer.get("seenPrice"));
    assertEquals(Map.of("amount", 1299L, "currency", "EUR"), answer.get("currentPrice"));
  }

  @Test
  void priceInAnotherCurrency_hasChanged() {
    var dollars =
        Map.of(
            "productId",
            "tea",
            "quantity",
            1,
            "unitPrice",
            Map.of("amount", 499, "currency", "USD"));
    assertRefused(409, "price-changed", shop.place("usr_1", order(dollars)));
  }

  @Test
  void unknownProduct_isNamed() {
    var answer = shop.place("usr_1", order(line("tea", 1, 499), line("gold", 1, 1)));
    assertRefused(422, "unknown-product", answer);
    assertEquals("gold", answer.get("productId"));
  }

  @Test
  void lackOfStock_isNamed_andWhatIsLeftTold() {
    var answer = shop.place("usr_1", order(line("tea", 1, 499), line("mug", 4, 1299)));

    assertRefused(409, "out-of-stock", answer);
    assertEquals("mug", answer.get("productId"));
    assertEquals(3L, answer.get("available"));
    assertEquals("CANCELLED", shop.status("usr_1", answer.get("orderId")));
    assertEquals(List.of("order.placed", "order.cancelled"), shop.told());
    assertEquals(10, shop.neighbours.onHand("tea"));
  }

  @Test
  void whatOthersHaveReserved_isNotSold() {
    shop.neighbours.stock("mug", 3, 2);
    assertRefused(409, "out-of-stock", shop.place("usr_1", order(line("mug", 2, 1299))));
    assertEquals(201, shop.place("usr_1", order(line("mug", 1, 1299))).status());
    assertEquals(2, shop.neighbours.onHand("mug"));
  }

  @Test
  void twoForTheLastItem_oneWins() throws ExecutionException, InterruptedException {
    shop.neighbours.stock("mug", 1, 0);
    assertSold(2, 1);
  }

  @Test
  void fiftyForTenItems_tenWin() throws ExecutionException, InterruptedException {
    shop.neighbours.stock("mug", 10, 0);
    assertSold(50, 10);
  }

  private void assertSold(int customers, int items)
      throws ExecutionException, InterruptedException {
    var answers = AtOnce.times(customers, () -> shop.place("usr_1", order(line("mug", 1, 1299))));

    // Whoever got lost in the crowd was told to come again, and does.
    for (int i = 0; i < answers.size(); i++) {
      while (answers.get(i).status() == 503) {
        answers.set(i, shop.place("usr_1", order(line("mug", 1, 1299))));
      }
    }
    assertEquals(items, answers.stream().filter(answer -> answer.status() == 201).count());
    assertEquals(
        customers - items,
        answers.stream().filter(answer -> "out-of-stock".equals(problem(answer))).count());
    assertEquals(0, shop.neighbours.onHand("mug"));
    assertEquals(0, shop.neighbours.reserved("mug"));
    assertEquals(items * 1299L, shop.neighbours.taken());
  }

  private static String problem(ApiResponse answer) {
    return answer.status() < 400 ? "" : answer.problem();
  }

  @Test
  void declinedCard_isToldWithItsOrder_andHoldsNothing() {
    var declined = order(line("tea", 1, 499));
    declined.put("payment", Map.of("token", "tok_declined"));
    var answer = shop.place("usr_1", declined, "key-1");

    assertRefused(402, "payment-declined", answer);
    assertEquals("generic_decline", answer.get("declineCode"));
    assertEquals("CANCELLED", shop.status("usr_1", answer.get("orderId")));
    assertEquals(answer.body(), shop.place("usr_1", declined, "key-1").body());
  }

  @Test
  void sameKey_givesTheSameOrder_andAnotherBodyIsRefused() {
    var first = shop.place("usr_1", order(line("tea", 1, 499)), "key-1");

    var again = shop.place("usr_1", order(line("tea", 1, 499)), "key-1");
    assertEquals(first.body(), again.body());
    assertEquals(first.header("location"), again.header("location"));
    assertEquals(201, again.status());
    var other = shop.place("usr_1", order(line("tea", 2, 499)), "key-1");
    assertEquals("idempotency-key-reused", other.problem());
    assertEquals(422, other.status());
    assertEquals(9, shop.neighbours.onHand("tea"));
  }

  @Test
  void sameKeyManyTimesAtOnce_placesOneOrder() throws ExecutionException, InterruptedException {
    shop.neighbours.stock("mug", 1, 0);
    Set<Object> orders = new HashSet<>();
    for (var answer :
        AtOnce.times(10, () -> shop.place("usr_1", order(line("mug", 1, 1299)), "key-1"))) {
      assertTrue(answer.status() == 201 || answer.status() == 202, answer.body());
      orders.add(answer.get("id"));
    }
    assertEquals(1, orders.size());
    var settled = shop.place("usr_1", order(line("mug", 1, 1299)), "key-1");
    assertEquals(201, settled.status(), settled.body());
    assertEquals(1299, shop.neighbours.taken());
    assertEquals(0, shop.neighbours.onHand("mug"));
  }

  @Test
  void sameKeyOfAnOrderThatWaits_settlesIt_andTheFinalAnswerStays() {
    shop.neighbours.services.fail("/internal/payments", 1);
    var waiting = shop.place("usr_1", order(line("tea", 1, 499)), "key-1");
    assertEquals(202, waiting.status(), waiting.body());

    var settled = shop.place("usr_1", order(line("tea", 1, 499)), "key-1");
    assertEquals(201, settled.status(), settled.body());
    assertEquals(waiting.get("id"), settled.get("id"));
    assertEquals("CONFIRMED", settled.get("status"));

    shop.refund(String.valueOf(settled.get("id")));
    var later = shop.place("usr_1", order(line("tea", 1, 499)), "key-1");
    assertEquals(settled.body(), later.body());
    assertEquals(9, shop.neighbours.onHand("tea"));
  }

  @Test
  void sameKeyOfAnOrderCancelledMeanwhile_tellsSo() {
    shop.neighbours.services.fail("/internal/payments", 1);
    var waiting = shop.place("usr_1", order(line("tea", 1, 499)), "key-1");
    shop.cancel("usr_1", String.valueOf(waiting.get("id")));

    var answer = shop.place("usr_1", order(line("tea", 1, 499)), "key-1");
    assertRefused(409, "order-cancelled", answer);
    assertEquals("cancelled-by-customer", answer.get("reason"));
  }

  @Test
  void sameKeyOfAnotherCustomer_isAnotherKey() {
    var first = shop.place("usr_1", order(line("tea", 1, 499)), "key-1");
    var second = shop.place("usr_2", order(line("tea", 1, 499)), "key-1");
    assertEquals(201, second.status());
    assertNotEquals(first.body(), second.body());
  }

  @Test
  void asManyLinesAsAreAllowed_areOrdered() {
    var lines =
        IntStream.range(0, NewOrder.MOST_LINES)
            .mapToObj(
                i -> {
                  shop.offer("p" + i, 1, 1);
                  return line("p" + i, 1, 1);
                })
            .toList();
    var most = order(line("tea", 1, 499));
    most.put("lines", lines);
    assertEquals(201, shop.place("usr_1", most).status());
  }
}
