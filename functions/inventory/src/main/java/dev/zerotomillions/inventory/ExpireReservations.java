package dev.zerotomillions.inventory;

import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.problem.Unavailable;
import dev.zerotomillions.shared.tasks.ScheduledTask;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The task that frees the items of reservations whose time is over. */
@Singleton
final class ExpireReservations implements ScheduledTask {
  private static final Logger LOG = LoggerFactory.getLogger(ExpireReservations.class);
  private static final int AT_ONCE = 25;

  private final Holds holds;
  private final Reservations reservations;
  private final InstantSource clock;

  ExpireReservations(Holds holds, Reservations reservations, InstantSource clock) {
    this.holds = holds;
    this.reservations = reservations;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "ExpireReservations";
  }

  @Override
  public void run(Deadline deadline) {
    for (int partition = 0; partition < Holds.PARTITIONS; partition++) {
      expire(partition, deadline);
    }
  }

  /** Page by page; each page is gone from the list when the next is read. */
  private void expire(int partition, Deadline deadline) {
    List<String> overdue;
    do {
      overdue = holds.overdue(partition, clock.instant(), AT_ONCE);
      for (var orderId : overdue) {
        if (deadline.hasPassed(clock) || !expire(orderId)) {
          return;
        }
      }
    } while (overdue.size() == AT_ONCE);
  }

  private boolean expire(String orderId) {
    try {
      reservations.end(orderId, ReservationState.EXPIRED);
      return true;
    } catch (Unavailable e) {
      // The partition's others wait for the next run as well, rather than add to the load.
      LOG.warn("The reservation of {} could not be expired; the next run tries again", orderId, e);
      return false;
    }
  }
}
