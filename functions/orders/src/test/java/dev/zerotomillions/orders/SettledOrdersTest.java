package dev.zerotomillions.orders;

import static dev.zerotomillions.orders.OrdersApi.line;
import static dev.zerotomillions.orders.OrdersApi.order;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.AtOnce;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that are cancelled, paid back, or driven by what happens to their payments. */
class SettledOrdersTest {
  private static final String NOBODYS = "ord_000_00000000-0000-7000-8000-000000000000";

  private final OrdersApi shop = new OrdersApi();

  @BeforeEach
  void fillTheShop() {
    shop.offer("tea", 499, 10);
  }

  private String confirmed() {
    var placed = shop.place("usr_1", order(line("tea", 1, 499)));
    assertEquals(201, placed.status(), placed.body());
    return String.valueOf(placed.get("id"));
  }

  /** An order whose payment nobody answers for. */
  private String waiting() {
    shop.neighbours.services.fail("/internal/payments", 1);
    var placed = shop.place("usr_1", order(line("tea", 1, 499)));
    assertEquals(202, placed.status(), placed.body());
    return String.valueOf(placed.get("id"));
  }

  @Test
  void orderThatWaits_isCancelled_once() {
    var id = waiting();
    for (int i = 0; i < 2; i++) {
      var answer = shop.cancel("usr_1", id);
      assertEquals(200, answer.status(), answer.body());
      assertEquals("CANCELLED", answer.get("status"));
    }
    assertEquals("RELEASED", shop.neighbours.reservation(id));
    assertEquals("VOIDED", shop.neighbours.payment(id));
    assertEquals(List.of("order.placed", "order.cancelled"), shop.told());
  }

  @Test
  void confirmedOrder_cannotBeCancelled() {
    var id = confirmed();
    var answer = shop.cancel("usr_1", id);
    assertEquals(409, answer.status(), answer.body());
    assertEquals("CONFIRMED", shop.status("usr_1", id));
    assertEquals(499, shop.neighbours.taken());
  }

  @Test
  void anothersOrder_cannotBeCancelled() {
    var id = waiting();
    assertEquals(404, shop.cancel("usr_2", id).status());
    assertEquals(404, shop.cancel("usr_1", NOBODYS).status());
    assertEquals(404, shop.cancel("usr_1", "no-id").status());
    assertEquals(
        401, shop.api.send(ApiRequest.of("POST", "/api/orders/" + id + "/cancellation")).status());
    assertEquals("RESERVED", shop.status("usr_1", id));
  }

  @Test
  void confirmedOrder_isPaidBackOnce_howeverOftenItIsAsked()
      throws ExecutionException, InterruptedException {
    var id = confirmed();
    for (var answer : AtOnce.times(8, () -> shop.refund(id))) {
      assertTrue(answer.status() == 200 || answer.status() == 202, answer.body());
    }
    assertEquals("REFUNDED", shop.refund(id).get("status"));
    assertEquals(0, shop.neighbours.taken());
    assertEquals(1, Collections.frequency(shop.told(), "order.refunded"));
    assertEquals(9, shop.neighbours.onHand("tea"), "the goods come back by a movement");
  }

  @Test
  void orderThatIsNotConfirmed_cannotBePaidBack() {
    var id = waiting();
    assertEquals(409, shop.refund(id).status());
    assertEquals("RESERVED", shop.status("usr_1", id));
    assertEquals(404, shop.refund(NOBODYS).status());
    assertEquals(404, shop.refund("no-id").status());
  }

  @Test
  void customer_cannotPayThemselvesBack() {
    var id = confirmed();
    var request = ApiRequest.of("POST", "/api/orders/" + id + "/refund");
    assertEquals(403, shop.api.send(shop.as("usr_1", request)).status());
    assertEquals("CONFIRMED", shop.status("usr_1", id));
  }

  @Test
  void paymentThatIsTold_drivesItsOrder_twiceAndInAnyOrder() {
    var id = waiting();
    for (var type :
        List.of("payment.refunded", "payment.succeeded", "payment.succeeded", "payment.declined")) {
      assertEquals(204, shop.tell(type, id).status());
    }
    assertEquals("CONFIRMED", shop.status("usr_1", id));
    assertEquals(499, shop.neighbours.taken());
    assertEquals(List.of("order.placed", "order.confirmed"), shop.told());
  }

  @Test
  void eventOfUnknownOrderOrType_isTaken() {
    assertEquals(204, shop.tell("payment.succeeded", NOBODYS).status());
    assertEquals(204, shop.tell("payment.disputed", NOBODYS).status());
  }

  @Test
  void stockThatWentBackMeanwhile_paysTheCustomerBack() {
    shop.neighbours.services.loseAnswers("/internal/payments", 1);
    var placed = shop.place("usr_1", order(line("tea", 1, 499)));
    var id = String.valueOf(placed.get("id"));
    assertEquals(499, shop.neighbours.taken());
    shop.neighbours.expire(id);

    shop.pass(Duration.ofMinutes(1));
    shop.api.runTask("ResumeOrders");
    var order = shop.get("usr_1", "/api/orders/" + id);
    assertEquals("CANCELLED", order.get("status"), order.body());
    assertTrue(order.body().contains("stock-gone"), order.body());
    assertEquals(0, shop.neighbours.taken());
  }

  @Test
  void eventsThatNobodyTook_areDeliveredLater() {
    shop.delivery.setDown(true);
    confirmed();
    assertEquals(List.of(), shop.told());
    shop.delivery.setDown(false);
    shop.pass(Duration.ofMinutes(2));
    shop.api.runTask("RelayOrderEvents");
    assertEquals(2, shop.told().size());
    assertTrue(shop.told().containsAll(List.of("order.placed", "order.confirmed")));
  }
}
