package dev.zerotomillions.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.AtOnce;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReturnPaymentTest {
  private final PaymentsApi shop = new PaymentsApi();
  private final String order = PaymentsApi.newOrder();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void paymentThatNobodyAskedFor_isVoided_andALateChargeTakesNothing() {
    var answer = shop.giveBack(order);
    assertEquals(200, answer.status(), answer.body());
    assertEquals("VOIDED", answer.get("status"));
    assertNull(answer.get("amount"));
    assertEquals("VOIDED", shop.charge(order, "tok_visa").get("status"));
    assertEquals(0, shop.sandbox.calls.size());
  }

  @Test
  void whatWasTaken_isRefunded_once() {
    shop.charge(order, "tok_visa");
    var answer = shop.giveBack(order);
    assertEquals("REFUNDED", answer.get("status"));
    assertEquals(0, shop.sandbox.taken(order));
    assertEquals(answer.body(), shop.giveBack(order).body());
    assertEquals("REFUNDED", shop.charge(order, "tok_visa").get("status"));
    assertEquals(1, shop.sandbox.charges(order));
  }

  @Test
  void refund_isToldAtOnce() {
    shop.charge(order, "tok_visa");
    shop.giveBack(order);
    shop.giveBack(order);
    assertEquals(1, shop.delivery.events("payment.refunded").size());
  }

  @Test
  void manyReturnsAtOnce_refundOnce() throws ExecutionException, InterruptedException {
    shop.charge(order, "tok_visa");
    for (var answer : AtOnce.times(10, () -> shop.giveBackUntilAnswered(order))) {
      assertEquals("REFUNDED", answer.get("status"), answer.body());
    }
    assertEquals(0, shop.sandbox.taken(order));
    assertEquals(1, shop.delivery.events("payment.refunded").size());
  }

  @Test
  void declinedPayment_staysDeclined() {
    shop.charge(order, "tok_declined");
    assertEquals("DECLINED", shop.giveBack(order).get("status"));
  }

  @Test
  void whatTheProviderDoesNotKnowYet_isRefundedLater() {
    shop.charge(order, "tok_late_60000");
    assertEquals(503, shop.giveBack(order).status());
    assertEquals("PROCESSING", shop.get("usr_1", order).get("status"));
    shop.pass(Duration.ofMinutes(1));
    assertEquals("REFUNDED", shop.giveBack(order).get("status"));
    assertEquals(0, shop.sandbox.taken(order));
  }

  @Test
  void charge_finishesAReturnThatWasInterrupted() {
    shop.charge(order, "tok_visa");
    shop.sandbox.fates = call -> call.contains("refunds") ? Sandbox.Fate.IS_LOST : arrives();
    assertEquals(503, shop.giveBack(order).status());
    shop.sandbox.fates = _ -> arrives();
    assertEquals("REFUNDED", shop.charge(order, "tok_visa").get("status"));
  }

  private static Sandbox.Fate arrives() {
    return Sandbox.Fate.ARRIVES;
  }

  @Test
  void moneyThatWasGivenBackInTheDashboard_isNotGivenBackTwice() {
    shop.charge(order, "tok_visa");
    var path = "/sandbox/v1/refunds";
    var intent = shop.sandbox.lastIntent();
    shop.sandbox.call(_ -> ApiRequest.of("POST", path).body("payment_intent=" + intent));
    assertEquals("REFUNDED", shop.giveBack(order).get("status"));
    assertEquals(0, shop.sandbox.taken(order));
  }

  @Test
  void chargeAndReturnAtOnce_leaveNothingTaken() throws ExecutionException, InterruptedException {
    for (int i = 0; i < 30; i++) {
      var id = PaymentsApi.newOrder();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var charge = threads.submit(() -> shop.chargeUntilAnswered(id, "tok_visa"));
        var back = threads.submit(() -> shop.giveBackUntilAnswered(id).get("status"));
        assertTrue("VOIDED REFUNDED".contains(String.valueOf(back.get())), "" + back.get());
        assertEquals(200, charge.get().status());
      }
      assertEquals(0, shop.sandbox.taken(id));
      assertTrue(shop.sandbox.charges(id) <= 1);
    }
  }

  @Test
  void nobodyButAService_mayReturn() {
    var request = ApiRequest.of("POST", "/internal/payments/" + order + "/refund");
    assertEquals(404, shop.api.send(request).status());
  }
}
