package dev.zerotomillions.shared.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.observe.Metrics;
import dev.zerotomillions.shared.testing.AtOnce;
import dev.zerotomillions.shared.testing.ManualClock;
import dev.zerotomillions.shared.testing.SharedTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
  private static final Duration WINDOW = Duration.ofSeconds(30);
  private static final Duration OPEN = Duration.ofSeconds(10);
  private static final Duration PROBE = Duration.ofSeconds(5);
  private static final Duration CACHED = Duration.ofMillis(1001);

  private final SharedTable shared = new SharedTable();
  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T10:00:00Z"));
  private final CircuitBreaker breaker = environment();

  /** The breaker of the same callee in another environment. */
  private CircuitBreaker environment() {
    return shared
        .guards(clock)
        .breaker(shared.table(), "payments", BreakerTerms.of(3, WINDOW, OPEN, PROBE));
  }

  private static Admission.Admitted admitted(CircuitBreaker through) {
    return assertInstanceOf(Admission.Admitted.class, through.enter());
  }

  private static Admission.Refused refused(CircuitBreaker through) {
    return assertInstanceOf(Admission.Refused.class, through.enter());
  }

  private static void fail(CircuitBreaker through, int times) {
    for (int i = 0; i < times; i++) {
      through.failed(admitted(through));
    }
  }

  private static void succeed(CircuitBreaker through, int times) {
    for (int i = 0; i < times; i++) {
      through.succeeded(admitted(through));
    }
  }

  @Test
  void successes_writeNothing() {
    succeed(breaker, 20);
    assertEquals(0, shared.rows());
  }

  @Test
  void failuresWithinTheWindow_openIt_andCallersLearnForHowLong() {
    fail(breaker, 3);
    assertEquals(OPEN, refused(breaker).retryAfter());
    clock.advance(Duration.ofSeconds(4));
    assertEquals(OPEN.minusSeconds(4), refused(breaker).retryAfter());
  }

  @Test
  void changesOfState_areCounted() {
    try (Metrics.Invocation _ = shared.metrics().begin()) {
      fail(breaker, 3);
      clock.advance(OPEN);
      breaker.failed(admitted(breaker));
      clock.advance(OPEN);
      breaker.succeeded(admitted(breaker));
    }
    assertTrue(shared.printed().contains("\"BreakerOpened\":2"), shared.printed());
    assertTrue(shared.printed().contains("\"BreakerClosed\":1"), shared.printed());
  }

  @Test
  void failuresOfSeveralEnvironments_countTogether_andOpenItForAll() {
    fail(environment(), 1);
    fail(environment(), 1);
    CircuitBreaker bystander = environment();
    succeed(bystander, 1);
    fail(environment(), 1);
    clock.advance(CACHED);
    refused(bystander);
    refused(environment());
  }

  @Test
  void failuresFartherApartThanTheWindow_dontOpenIt() {
    for (int i = 0; i < 5; i++) {
      fail(breaker, 2);
      clock.advance(WINDOW.plusSeconds(1));
    }
    admitted(breaker);
  }

  @Test
  void smallShareOfFailures_neverOpensIt() {
    succeed(breaker, 10);
    for (int i = 0; i < 50; i++) {
      fail(breaker, 1);
      succeed(breaker, 9);
    }
    admitted(breaker);
    assertEquals(0, shared.rows());
  }

  @Test
  void afterAWhile_oneCallOfAllEnvironmentsProbes() throws Exception {
    fail(breaker, 3);
    clock.advance(OPEN);
    List<Callable<Admission>> callers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      callers.add(environment()::enter);
    }
    assertEquals(1, admissions(callers));
    refused(breaker);
  }

  private static long admissions(List<Callable<Admission>> callers)
      throws InterruptedException, ExecutionException {
    return AtOnce.all(callers).stream().filter(Admission.Admitted.class::isInstance).count();
  }

  @Test
  void probeThatSucceeds_closesItForAll() {
    CircuitBreaker other = environment();
    fail(breaker, 3);
    refused(other);
    clock.advance(OPEN);
    breaker.succeeded(admitted(breaker));
    admitted(breaker);
    clock.advance(CACHED);
    admitted(other);
  }

  @Test
  void probeThatFails_opensItAgain() {
    fail(breaker, 3);
    clock.advance(OPEN);
    breaker.failed(admitted(breaker));
    assertEquals(OPEN, refused(breaker).retryAfter());
  }

  @Test
  void probeThatNeverReports_isFollowedByAnother_andItsLateReportIsIgnored() {
    fail(breaker, 3);
    clock.advance(OPEN);
    Admission.Admitted lost = admitted(breaker);
    CircuitBreaker other = environment();
    refused(other);
    clock.advance(PROBE);
    other.failed(admitted(other));
    breaker.succeeded(lost);
    refused(environment());
  }

  @Test
  void callThatBeganBeforeItOpened_changesNothingAnyMore() {
    Admission.Admitted slow = admitted(breaker);
    fail(breaker, 3);
    Duration before = refused(breaker).retryAfter();
    breaker.failed(slow);
    assertEquals(before, refused(breaker).retryAfter());
  }

  @Test
  void unreachableTable_keepsNoCallBack() {
    shared.setDown(true);
    fail(breaker, 10);
    succeed(breaker, 1);
    shared.setDown(false);
    assertEquals(0, shared.rows());
  }

  @Test
  void unreachableTable_leavesTheLastKnownStateInForce() {
    fail(breaker, 3);
    shared.setDown(true);
    clock.advance(CACHED);
    refused(breaker);
    admitted(environment());
  }

  @Test
  void breakersOfOtherCallees_areOthers() {
    fail(breaker, 3);
    var other =
        shared
            .guards(clock)
            .breaker(shared.table(), "catalog", BreakerTerms.of(3, WINDOW, OPEN, PROBE));
    admitted(other);
    assertTrue(shared.rows() > 0);
  }
}
