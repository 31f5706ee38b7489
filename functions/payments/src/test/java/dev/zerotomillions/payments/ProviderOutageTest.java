package dev.zerotomillions.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProviderOutageTest {
  private final PaymentsApi shop = new PaymentsApi();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void providerThatIsDown_isLeftAlone_butForAProbeNowAndThen() {
    shop.sandbox.fates = _ -> Sandbox.Fate.IS_LOST;
    for (int second = 0; second < 60; second++) {
      var answer = shop.charge(PaymentsApi.newOrder(), "tok_visa");
      assertEquals(503, answer.status());
      assertEquals("payment-provider-unavailable", answer.problem());
      assertTrue(Integer.parseInt(answer.header("retry-after")) > 0);
      shop.pass(Duration.ofSeconds(1));
    }
    assertTrue(shop.sandbox.calls.size() <= 20, "called " + shop.sandbox.calls.size() + " times");
  }

  @Test
  void providerThatIsBack_isCalledAgainWithinSeconds() {
    shop.sandbox.fates = _ -> Sandbox.Fate.IS_LOST;
    for (int i = 0; i < 10; i++) {
      assertEquals(503, shop.charge(PaymentsApi.newOrder(), "tok_visa").status());
    }
    shop.sandbox.fates = _ -> Sandbox.Fate.ARRIVES;
    assertEquals(503, shop.charge(PaymentsApi.newOrder(), "tok_visa").status());
    shop.pass(Duration.ofSeconds(6));
    for (int i = 0; i < 10; i++) {
      assertEquals("SUCCEEDED", shop.charge(PaymentsApi.newOrder(), "tok_visa").get("status"));
    }
  }

  @Test
  void declinedCards_areNoReasonToLeaveTheProviderAlone() {
    for (int i = 0; i < 20; i++) {
      assertEquals("DECLINED", shop.charge(PaymentsApi.newOrder(), "tok_declined").get("status"));
    }
    assertEquals("SUCCEEDED", shop.charge(PaymentsApi.newOrder(), "tok_visa").get("status"));
  }
}
