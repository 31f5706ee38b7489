package dev.zerotomillions.orders;

import static dev.zerotomillions.orders.OrdersApi.line;
import static dev.zerotomillions.orders.OrdersApi.order;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders placed while another service gives no answer. */
class UnansweredOrdersTest {
  private final OrdersApi shop = new OrdersApi();

  @BeforeEach
  void fillTheShop() {
    shop.offer("tea", 499, 10);
  }

  /** The id of an order that is placed, and accepted to be settled later. */
  private String waiting() {
    var answer = shop.place("usr_1", order(line("tea", 1, 499)));
    assertEquals(202, answer.status(), answer.body());
    return String.valueOf(answer.get("id"));
  }

  private void resumeAfter(Duration time) {
    shop.pass(time);
    shop.api.runTask("ResumeOrders");
  }

  private void assertSettledLater(String orderId) {
    resumeAfter(Duration.ofMinutes(1));
    assertEquals("CONFIRMED", shop.status("usr_1", orderId));
    assertEquals(499, shop.neighbours.taken());
    assertEquals(9, shop.neighbours.onHand("tea"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/internal/inventory", "/internal/payments"})
  void serviceThatGivesNoAnswer_leavesTheOrderToLater(String service) {
    shop.neighbours.services.fail(service, 1);
    assertSettledLater(waiting());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/internal/inventory/reservations", "/internal/payments"})
  void answerThatGetsLost_changesNothing(String call) {
    shop.neighbours.services.loseAnswers(call, 1);
    assertSettledLater(waiting());
  }

  @Test
  void catalogueThatGivesNoAnswer_isAnOutage_andNothingIsWritten() {
    shop.neighbours.services.fail("/internal/catalog", 1);
    var answer = shop.place("usr_1", order(line("tea", 1, 499)));
    assertEquals(503, answer.status(), answer.body());
    assertEquals(0, shop.orders.count());
  }

  @Test
  void orderThatCannotBePaid_isGivenUpInTime_andHoldsNothing() {
    shop.neighbours.services.fail("/internal/payments", 1000);
    var id = waiting();
    for (int minute = 0; minute < 11; minute++) {
      resumeAfter(Duration.ofMinutes(1));
    }
    assertEquals(0, shop.neighbours.reserved("tea"));
    assertEquals("CANCELLING", shop.status("usr_1", id));

    shop.neighbours.services.recover();
    resumeAfter(Duration.ofMinutes(6));
    assertEquals("CANCELLED", shop.status("usr_1", id));
    assertEquals("VOIDED", shop.neighbours.payment(id));
  }
}
