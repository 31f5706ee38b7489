package dev.zerotomillions.monolith;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole orders, with the real catalogue, inventory, payments and a provider behind them. */
class SettledOrdersTest {
  private final Shop shop = new Shop();
  private final Buyer buyer = new Buyer(shop);

  @BeforeEach
  void fillTheShop() {
    buyer.offer("mug", 1299, 10);
  }

  @Test
  void orderThatIsPaid_isConfirmed_andItsItemsLeave() {
    var placed = buyer.order("mug", 2, 1299, "tok_visa");
    assertEquals(201, placed.status(), placed.body());
    assertEquals("SUCCEEDED", buyer.payment(placed.get("id")));
    assertEquals(List.of("8", "0"), buyer.stock("mug"));
  }

  @Test
  void declinedCard_leavesNothingBehind() {
    var declined = buyer.order("mug", 2, 1299, "tok_insufficient_funds");
    assertEquals(402, declined.status(), declined.body());
    assertEquals("insufficient_funds", declined.get("declineCode"));
    assertEquals("CANCELLED", buyer.status(declined.get("orderId")));
    assertEquals(List.of("10", "0"), buyer.stock("mug"));
  }

  @Test
  void moreThanThereIs_isRefused_andNothingIsTaken() {
    var refused = buyer.order("mug", 11, 1299, "tok_visa");
    assertEquals("out-of-stock", refused.problem());
    assertEquals(10L, refused.get("available"));
    assertEquals("CANCELLED", buyer.status(refused.get("orderId")));
    assertEquals(List.of("10", "0"), buyer.stock("mug"));
  }

  @Test
  void changedPrice_isToldBeforeAnythingHappens() {
    assertEquals("price-changed", buyer.order("mug", 1, 1, "tok_visa").problem());
    assertEquals(List.of("10", "0"), buyer.stock("mug"));
  }

  @Test
  void confirmedOrder_isPaidBack() {
    var id = buyer.order("mug", 1, 1299, "tok_visa").get("id");
    assertEquals("too-late-to-cancel", buyer.cancel(id).problem());
    assertEquals("REFUNDED", buyer.refund(id).get("status"));
    assertEquals("REFUNDED", buyer.payment(id));
  }

  @Test
  void orderPlacedInAnOutage_isSettledAfterIt() {
    var waiting = buyer.order("mug", 1, 1299, outage(Duration.ofSeconds(40)));
    assertEquals(202, waiting.status(), waiting.body());
    assertEquals(List.of("10", "1"), buyer.stock("mug"));

    shop.pass(Duration.ofMinutes(2));
    shop.api().runTask("ResumeOrders");
    assertEquals("CONFIRMED", buyer.status(waiting.get("id")));
    assertEquals("SUCCEEDED", buyer.payment(waiting.get("id")));
    assertEquals(List.of("9", "0"), buyer.stock("mug"));
  }

  @Test
  void orderCancelledInAnOutage_isUndoneAfterIt() {
    var id = buyer.order("mug", 1, 1299, outage(Duration.ofSeconds(40))).get("id");
    buyer.cancel(id);
    shop.pass(Duration.ofMinutes(2));
    shop.api().runTask("ResumeOrders");
    assertEquals("CANCELLED", buyer.status(id));
    assertEquals("VOIDED", buyer.payment(id));
    assertEquals(List.of("10", "0"), buyer.stock("mug"));
  }

  private static String outage(Duration length) {
    return "tok_outage_" + Instant.now().plus(length).getEpochSecond();
  }
}
