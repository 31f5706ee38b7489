package dev.zerotomillions.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zerotomillions.shared.testing.ApiRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GetPaymentTest {
  private final PaymentsApi shop = new PaymentsApi();
  private final String order = PaymentsApi.newOrder();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void ownPayment_isShown() {
    var charged = shop.charge(order, "tok_declined");
    var answer = shop.get("usr_1", order);
    assertEquals(200, answer.status());
    assertEquals(charged.body(), answer.body());
  }

  @Test
  void anothersPayment_isNotFound_asIsNone() {
    shop.charge(order, "tok_visa");
    var anothers = shop.get("usr_2", order);
    assertEquals(404, anothers.status());
    assertEquals(anothers.get("detail"), shop.get("usr_2", PaymentsApi.newOrder()).get("detail"));
    assertEquals(404, shop.get("usr_1", "nonsense").status());
  }

  @Test
  void paymentThatWasCalledOff_isNobodys() {
    shop.giveBack(order);
    assertEquals(404, shop.get("usr_1", order).status());
  }

  @Test
  void stranger_isRefused() {
    assertEquals(401, shop.api.send(ApiRequest.get("/api/payments/" + order)).status());
  }

  @Test
  void provider_isUpOrDown() {
    var request = ApiRequest.get("/internal/payments/health");
    assertEquals(404, shop.api.send(request).status());
    assertEquals("UP", shop.api.send(request.asService()).get("state"));
    shop.sandbox.fates = _ -> Sandbox.Fate.FAILS;
    assertEquals("DOWN", shop.api.send(request.asService()).get("state"));
  }
}
