package dev.zerotomillions.shared.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.testing.AtOnce;
import dev.zerotomillions.shared.testing.ManualClock;
import dev.zerotomillions.shared.testing.SharedTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class BulkheadTest {
  private static final Duration LEASE = Duration.ofSeconds(5);
  private static final int SLOTS = 4;

  private final SharedTable shared = new SharedTable();
  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T10:00:00Z"));

  private Bulkhead environment() {
    return shared.guards(clock).bulkhead(shared.table(), "payments", SLOTS);
  }

  private Bulkhead.Slot enter() {
    return environment().enter(LEASE).orElseThrow();
  }

  @Test
  void environments_shareTheSlots() {
    for (int i = 0; i < SLOTS; i++) {
      enter();
    }
    assertTrue(environment().enter(LEASE).isEmpty());
  }

  @Test
  void slotGivenBack_isFree() {
    List<Bulkhead.Slot> held = new ArrayList<>();
    for (int i = 0; i < SLOTS; i++) {
      held.add(enter());
    }
    held.get(2).close();
    enter();
    assertTrue(environment().enter(LEASE).isEmpty());
  }

  @Test
  void slotOfAHolderThatCrashed_isFreeAfterTheLease() {
    for (int i = 0; i < SLOTS; i++) {
      enter();
    }
    clock.advance(LEASE.minusMillis(1));
    assertTrue(environment().enter(LEASE).isEmpty());
    clock.advance(Duration.ofMillis(1));
    enter();
  }

  @Test
  void holderThatOverstays_doesNotFreeTheSlotOfItsSuccessor() {
    List<Bulkhead.Slot> late = new ArrayList<>();
    for (int i = 0; i < SLOTS; i++) {
      late.add(enter());
    }
    clock.advance(LEASE);
    for (int i = 0; i < SLOTS; i++) {
      enter();
    }
    late.forEach(Bulkhead.Slot::close);
    assertTrue(environment().enter(LEASE).isEmpty());
  }

  @Test
  void callersAtTheSameMoment_neverGetMoreThanThereAre() throws Exception {
    List<Callable<Optional<Bulkhead.Slot>>> callers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Bulkhead environment = environment();
      callers.add(() -> environment.enter(LEASE));
    }
    assertEquals(SLOTS, entered(callers));
  }

  private static long entered(List<Callable<Optional<Bulkhead.Slot>>> callers)
      throws InterruptedException, ExecutionException {
    return AtOnce.all(callers).stream().filter(Optional::isPresent).count();
  }

  @Test
  void unreachableTable_keepsNoCallBack() {
    Bulkhead.Slot before = enter();
    shared.setDown(true);
    before.close();
    for (int i = 0; i < SLOTS * 2; i++) {
      enter().close();
    }
  }
}
