package dev.zerotomillions.cdk.constructs;

import java.time.Duration;
import java.util.Optional;

/** The alarms that watch the way of orders through the services. */
public final class OrderAlarms {
  /** Orders that can't be paid are given up after ten minutes, so that older ones are stuck. */
  private static final Duration STUCK = Duration.ofMinutes(15);

  private OrderAlarms() {}

  /** Watches for services out of each other's reach, and for orders and events that are stuck. */
  public static void watch(Alarms alarms) {
    alarms.onAny(
        "BreakerOpened",
        ShopMetrics.breakersOpened(),
        "A service gave up calling another one, or the payment provider, for a while: see the"
            + " caller's log for whom, and that one's for why.",
        Optional.empty());
    alarms.onLasting(
        "UnsettledOrders",
        ShopMetrics.unsettledTime(),
        STUCK.toMillis(),
        "An order is neither confirmed nor cancelled after %d minutes: see the log of ResumeOrders."
            .formatted(STUCK.toMinutes()),
        Optional.empty());
    alarms.onAny(
        "DeadEvents",
        ShopMetrics.deadEvents(),
        "A subscriber kept refusing an event, which is set aside: see the relay's log, mend the"
            + " cause, then put it back.",
        Optional.empty());
  }
}
