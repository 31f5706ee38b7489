package dev.zerotomillions.orders;

import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.observe.Metrics;
import dev.zerotomillions.shared.tasks.ScheduledTask;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
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

  ResumeOrders(Unsettled unsettled, Settlement settlement, Metrics metrics, InstantSource clock) {
    this.unsettled = unsettled;
    this.settlement = settlement;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "ResumeOrders";
  }

  /** A page of each partition in turn, so that none waits for another's backlog. */
  @Override
  public void run(Deadline deadline) {
    boolean more = true;
    while (more) {
      more = false;
      for (int partition = 0; partition < Unsettled.PARTITIONS; partition++) {
        var due = unsettled.due(partition, clock.instant(), AT_ONCE);
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
