package dev.zerotomillions.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlakyProviderTest {
  private final PaymentsApi shop = new PaymentsApi();

  @AfterEach
  void close() {
    shop.close();
  }

  /** Has the so many-th call from now on meet a fate. */
  private void meet(int number, Sandbox.Fate fate) {
    int before = shop.sandbox.calls.size();
    shop.sandbox.fates =
        _ -> shop.sandbox.calls.size() == before + number ? fate : Sandbox.Fate.ARRIVES;
  }

  @ParameterizedTest
  @EnumSource
  void callThatFails_isMadeGood_andTheAmountTakenOnce(Sandbox.Fate fate) {
    for (int number = 1; number <= 4; number++) {
      var order = PaymentsApi.newOrder();
      meet(number, fate);
      assertEquals("SUCCEEDED", shop.chargeUntilAnswered(order, "tok_visa").get("status"));
      assertEquals(1, shop.sandbox.charges(order));

      meet(number, fate);
      assertEquals("REFUNDED", shop.giveBackUntilAnswered(order).get("status"));
      assertEquals(0, shop.sandbox.taken(order));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void providerThatFailsHalfTheTime_takesTheAmountOnce_andGivesItBack(long seed) {
    var random = new Random(seed);
    shop.sandbox.fates =
        _ -> {
          var fates = Sandbox.Fate.values();
          return random.nextBoolean() ? Sandbox.Fate.ARRIVES : fates[random.nextInt(fates.length)];
        };
    for (int i = 0; i < 5; i++) {
      var order = PaymentsApi.newOrder();
      assertEquals("SUCCEEDED", shop.chargeUntilAnswered(order, "tok_visa").get("status"));
      assertEquals(PaymentsApi.PRICE, shop.sandbox.taken(order));
      assertEquals(1, shop.sandbox.charges(order));
      assertEquals("REFUNDED", shop.giveBackUntilAnswered(order).get("status"));
      assertEquals(0, shop.sandbox.taken(order));
    }
  }

  @Test
  void tokenThatFailsNowAndThen_alsoAfterTheEffect_isChargedOnce() {
    for (int i = 0; i < 5; i++) {
      var order = PaymentsApi.newOrder();
      assertEquals("SUCCEEDED", shop.chargeUntilAnswered(order, "tok_flaky_60").get("status"));
      assertEquals(1, shop.sandbox.charges(order));
      assertEquals("REFUNDED", shop.giveBackUntilAnswered(order).get("status"));
      assertEquals(0, shop.sandbox.taken(order));
    }
  }

  @Test
  void chargeThatNeverGotThrough_isVoided_andNothingTaken() {
    var order = PaymentsApi.newOrder();
    shop.sandbox.fates =
        call -> call.endsWith("/confirm") ? Sandbox.Fate.IS_LOST : Sandbox.Fate.ARRIVES;
    assertEquals(503, shop.charge(order, "tok_visa").status());
    assertEquals("VOIDED", shop.giveBack(order).get("status"));
    assertEquals(0, shop.sandbox.charges(order));
    assertEquals("VOIDED", shop.charge(order, "tok_visa").get("status"));
  }
}
