package dev.zerotomillions.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.orders.Driver.Task;
import dev.zerotomillions.shared.data.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tries every order of events: of several drivers, lost, late and repeated calls, crashes, holds
 * that expire, customers who cancel and administrators who refund. What is tried is the real driver
 * and its real rules; what they share with others is in memory.
 */
class SagaExplorationTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  /** How the orders ended, and why, and how often, once all worlds were resumed. */
  private final Map<String, Integer> ends = new TreeMap<>();

  private static Tracked placed(String id) {
    var wanted =
        new NewOrder(
            List.of(new OrderLine("mug", 1, new Money(1299, "EUR"))),
            new PaymentMethod("tok_visa"),
            new ShippingAddress("Ada", "Street", "Town", "1", "GB"));
    return Tracked.placed(Order.placed(id, "usr_1", wanted, START));
  }

  private static World world(String... ids) {
    return World.of(1, Stream.of(ids).map(SagaExplorationTest::placed).toList());
  }

  private static List<Driver> tasks(String id, Task... tasks) {
    return Stream.of(tasks).map(task -> new Driver(task, id)).toList();
  }

  private static List<Driver> both(List<Driver> some, List<Driver> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private void explore(World world, List<Driver> tasks, int faults, int jumps) {
    long begin = System.nanoTime();
    int states = new Exploration(this::check).from(world, tasks, faults, jumps);
    System.out.printf(
        "%,d states explored in %,d ms; orders ended %s%n",
        states, (System.nanoTime() - begin) / 1_000_000, ends);
  }

  /** What holds of each world, and of what becomes of it once nothing fails any more. */
  private void check(World world, List<Op> late) {
    Invariants.check(world);
    var end = settled(world);
    for (var op : late) {
      end = op.run(end).getFirst().world();
    }
    settled(end).orders().values().forEach(tracked -> count(tracked.order()));
  }

  private static World settled(World world) {
    var end = Exploration.resumed(world);
    Invariants.check(end);
    for (var tracked : end.orders().values()) {
      assertTrue(tracked.order().status().isSettled(), () -> "stuck: " + world);
    }
    return end;
  }

  private void count(Order order) {
    var end = order.reason() == null ? order.status().name() : order.reason().toString();
    ends.merge(end, 1, Integer::sum);
  }

  private void assertEnds(String... expected) {
    assertEquals(new TreeSet<>(Set.of(expected)), new TreeSet<>(ends.keySet()));
  }

  @Test
  void orderDrivenTwiceAtOnce_settlesOnce() {
    explore(world("a"), tasks("a", Task.ADVANCE, Task.ADVANCE), 2, 2);
    assertEnds("CONFIRMED", "payment-declined", "stock-gone", "timed-out");
  }

  @Test
  void orderCancelledAtAnyMoment_isWhollyCancelled_orConfirmed() {
    explore(world("a"), tasks("a", Task.ADVANCE, Task.CANCEL), 2, 2);
    assertEnds("CONFIRMED", "cancelled-by-customer", "payment-declined", "stock-gone", "timed-out");
  }

  @Test
  void orderDrivenTwice_andCancelled_staysConsistent() {
    explore(world("a"), tasks("a", Task.ADVANCE, Task.ADVANCE, Task.CANCEL), 0, 2);
  }

  @Test
  void twoOrders_forTheLastItem_neverBothGetIt() {
    explore(world("a", "b"), both(tasks("a", Task.ADVANCE), tasks("b", Task.ADVANCE)), 1, 1);
    assertEnds("CONFIRMED", "out-of-stock", "payment-declined", "timed-out");
  }

  @Test
  void itemOfACancelledOrder_isFreeForAnother() {
    var tasks = both(tasks("a", Task.ADVANCE, Task.CANCEL), tasks("b", Task.ADVANCE));
    explore(world("a", "b"), tasks, 0, 1);
    assertEnds(
        "CONFIRMED", "cancelled-by-customer", "out-of-stock", "payment-declined", "timed-out");
  }

  @Test
  void confirmedOrder_isRefundedOnce() {
    var confirmed = Exploration.resumed(world("a"));
    explore(confirmed, tasks("a", Task.REFUND, Task.REFUND, Task.CANCEL, Task.ADVANCE), 2, 1);
    assertEnds("CONFIRMED", "REFUNDED");
  }
}
