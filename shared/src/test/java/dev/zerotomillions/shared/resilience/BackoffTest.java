package dev.zerotomillions.shared.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(1);
  private final Backoff backoff = Backoff.of(FIRST, LONGEST);

  @Test
  void bound_doublesUpToTheLongest_howeverManyTriesThereAre() {
    assertEquals(FIRST, backoff.bound(1));
    assertEquals(FIRST.multipliedBy(4), backoff.bound(3));
    assertEquals(LONGEST, backoff.bound(5));
    assertEquals(LONGEST, backoff.bound(1_000_000));
  }

  @Test
  void pauses_spreadOverTheWholeBound() {
    Random random = new Random(7);
    boolean low = false;
    boolean high = false;
    for (int i = 0; i < 200; i++) {
      Duration pause = backoff.delay(2, random);
      assertFalse(pause.isNegative());
      assertTrue(pause.compareTo(FIRST.multipliedBy(2)) <= 0);
      low |= pause.toMillis() < 20;
      high |= pause.toMillis() > 180;
    }
    assertTrue(low && high);
  }

  @Test
  void budget_paysForAFewRetries_andIsEarnedBackBySuccesses() {
    RetryBudget budget = RetryBudget.of(RetryBudget.Terms.of(2, 10));
    assertTrue(budget.take());
    assertTrue(budget.take());
    assertFalse(budget.take());
    for (int i = 0; i < 9; i++) {
      budget.earn();
    }
    assertFalse(budget.take());
    budget.earn();
    assertTrue(budget.take());
    for (int i = 0; i < 1000; i++) {
      budget.earn();
    }
    assertTrue(budget.take());
    assertTrue(budget.take());
    assertFalse(budget.take());
  }
}
