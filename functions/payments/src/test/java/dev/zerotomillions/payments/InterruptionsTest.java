package dev.zerotomillions.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.testing.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Charges and returns that are killed at every point before and after a call to the provider or the
 * table, and that meet in many orders.
 */
class InterruptionsTest {
  private static final PaymentsApi SHOP = new PaymentsApi(new GuardedDynamoDb());

  @AfterAll
  static void close() {
    SHOP.close();
  }

  /** Whether the work had a point of this number, at which it was then killed. */
  private static boolean killed(int point, Supplier<ApiResponse> work) {
    var killer = new Points.Killer(point);
    Points.guarded(killer, work);
    return killer.struck();
  }

  private static void assertReturned(String order) {
    var answer = SHOP.giveBackUntilAnswered(order);
    assertTrue(
        List.of("VOIDED", "REFUNDED").contains(String.valueOf(answer.get("status"))),
        answer.body());
    assertEquals(0, SHOP.sandbox.taken(order));
    assertTrue(SHOP.sandbox.charges(order) <= 1);
    // Whatever comes later finds it so.
    assertEquals(answer.get("status"), SHOP.chargeUntilAnswered(order, "tok_visa").get("status"));
    assertEquals(0, SHOP.sandbox.taken(order));
  }

  @Test
  void chargeThatIsKilledAnywhere_isResumed_andTakesTheAmountOnce() {
    int point = 0;
    for (boolean more = true; more; point++) {
      var order = PaymentsApi.newOrder();
      int at = point;
      more = killed(at, () -> SHOP.charge(order, "tok_visa"));
      var answer = SHOP.chargeUntilAnswered(order, "tok_visa");
      assertEquals("SUCCEEDED", answer.get("status"), "killed at " + point);
      assertEquals(1, SHOP.sandbox.charges(order), "killed at " + point);
      assertEquals(PaymentsApi.PRICE, SHOP.sandbox.taken(order), "killed at " + point);
    }
    assertTrue(point > 10, "a charge has " + point + " points");
  }

  @Test
  void chargeThatIsKilledAgainAndAgain_takesTheAmountOnce() {
    for (int point = 1; point < 12; point++) {
      var order = PaymentsApi.newOrder();
      int at = point;
      for (int i = 0; i < 5; i++) {
        killed(at, () -> SHOP.charge(order, "tok_visa"));
      }
      assertEquals("SUCCEEDED", SHOP.chargeUntilAnswered(order, "tok_visa").get("status"));
      assertEquals(PaymentsApi.PRICE, SHOP.sandbox.taken(order));
      assertEquals(1, SHOP.sandbox.charges(order));
    }
  }

  @Test
  void declineThatIsKilledAnywhere_isADecline() {
    boolean more = true;
    for (int point = 0; more; point++) {
      var order = PaymentsApi.newOrder();
      int at = point;
      more = killed(at, () -> SHOP.charge(order, "tok_declined"));
      var answer = SHOP.chargeUntilAnswered(order, "tok_declined");
      assertEquals("DECLINED", answer.get("status"), "killed at " + point);
      assertEquals("generic_decline", answer.get("declineCode"), "killed at " + point);
    }
  }

  @Test
  void chargeAndReturn_bothKilledAnywhere_leaveNothingTaken() {
    boolean moreCharges = true;
    for (int i = 0; moreCharges; i++) {
      boolean moreReturns = true;
      for (int j = 0; moreReturns; j++) {
        var order = PaymentsApi.newOrder();
        int chargeAt = i;
        int returnAt = j;
        moreCharges = killed(chargeAt, () -> SHOP.charge(order, "tok_visa"));
        moreReturns = killed(returnAt, () -> SHOP.giveBack(order));
        assertReturned(order);
      }
    }
  }

  @Test
  void returnThatIsKilledAnywhere_isNeverTakenForASuccess() {
    boolean more = true;
    for (int point = 0; more; point++) {
      var order = PaymentsApi.newOrder();
      SHOP.charge(order, "tok_visa");
      int at = point;
      more = killed(at, () -> SHOP.giveBack(order));
      if (SHOP.sandbox.taken(order) == 0) {
        assertEquals(
            "REFUNDED", SHOP.chargeUntilAnswered(order, "tok_visa").get("status"), "at " + at);
      }
      assertReturned(order);
    }
  }

  @Test
  void chargesAndReturn_inManyOrders_leaveNothingTaken()
      throws ExecutionException, InterruptedException {
    for (long seed = 0; seed < 40; seed++) {
      var order = PaymentsApi.newOrder();
      inTurns(
          seed,
          List.of(
              () -> SHOP.charge(order, "tok_visa"),
              () -> SHOP.giveBack(order),
              () -> SHOP.charge(order, "tok_visa")));
      assertReturned(order);
    }
  }

  @Test
  void charges_inManyOrders_takeTheAmountOnce() throws ExecutionException, InterruptedException {
    for (long seed = 0; seed < 25; seed++) {
      var order = PaymentsApi.newOrder();
      Supplier<ApiResponse> charge = () -> SHOP.charge(order, "tok_visa");
      for (var answer : inTurns(seed, List.of(charge, charge, charge))) {
        assertEquals("SUCCEEDED", answer.get("status"), "seed " + seed + " " + answer.body());
      }
      assertEquals(1, SHOP.sandbox.charges(order), "seed " + seed);
      assertEquals(PaymentsApi.PRICE, SHOP.sandbox.taken(order), "seed " + seed);
    }
  }

  private static List<ApiResponse> inTurns(long seed, List<Supplier<ApiResponse>> works)
      throws ExecutionException, InterruptedException {
    var turns = new Turns(seed, works.size());
    List<ApiResponse> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ApiResponse>> running = new ArrayList<>();
      for (var work : works) {
        running.add(
            threads.submit(
                () -> {
                  try {
                    return Points.guarded(turns, work);
                  } finally {
                    turns.leave();
                  }
                }));
      }
      for (var future : running) {
        answers.add(future.get());
      }
    }
    return answers;
  }
}
