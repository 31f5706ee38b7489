package dev.zerotomillions.orders;

import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.observe.Metrics;
import dev.zerotomillions.shared.tasks.ScheduledTask;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The task that drives orders which whoever drove them last left unsettled. */
@Singleton
final class ResumeOrders implements ScheduledTask {
  private static final Logger LOG = LoggerFactory.getLogger(ResumeOrders.class);
  private static final int AT_ONCE = 25;

  /** One order takes no more of a run than this. */
  private static final Duration BUDGET = Duration.ofSeconds(8);

  private final Unsettled unsettled;
  private final Settlement settlement;
  private final Metrics metrics;
  private final InstantSource clock;
  private final RandomGenerator random;

  ResumeOrders(
      Unsettled unsettled,
      Settlement settlement,
      Metrics metrics,
      InstantSource clock,
      RandomGenerator random) {
    this.unsettled = unsettled;
    this.settlement = settlement;
    this.metrics = metrics;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public String name() {
    return "ResumeOrders";
  }

  /**
   * A page of each partition in turn, so that none waits for another's backlog; and in no fixed
   * order, as a circuit that is half open lets the first order through alone, and that must not be
   * the same hopeless one in each run.
   */
  @Override
  public void run(Deadline deadline) {
    boolean more = true;
    while (more) {
      more = false;
      int first = random.nextInt(Unsettled.PARTITIONS);
      for (int i = 0; i < Unsettled.PARTITIONS; i++) {
        int partition = (first + i) % Unsettled.PARTITIONS;
        var due = new ArrayList<>(unsettled.due(partition, clock.instant(), AT_ONCE));
        Collections.shuffle(due, random);
        long driven = due.stream().filter(orderId -> drive(orderId, deadline)).count();
        // A page of which nothing moved would come again and again.
        more |= due.size() == AT_ONCE && driven > 0;
      }
    }
  }

  private boolean drive(String orderId, Deadline deadline) {
    if (deadline.hasPassed(clock)) {
      return false;
    }
    var own = Deadline.within(BUDGET, clock);
    try (var _ = own.enter()) {
      var order = settlement.advance(orderId, own);
      if (!order.status().isSettled()) {
        metrics.duration("UnsettledOrderAge", Duration.between(order.createdAt(), clock.instant()));
      }
      return true;
    } catch (RuntimeException e) {
      // The boundary between orders: one that can't be driven must not keep the others waiting.
      LOG.error("Order {} can't be driven; the next run tries again", orderId, e);
      return false;
    }
  }
}
