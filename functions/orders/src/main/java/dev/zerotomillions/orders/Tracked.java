package dev.zerotomillions.orders;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An order and when it is to be looked after if nobody else does.
 *
 * @param attempts how often its present step ended with nothing known
 * @param nextAttemptAt means nothing once it is settled
 */
record Tracked(Order order, int attempts, Instant nextAttemptAt) {
  /** How long those who answer a request have an order to themselves. */
  static final Duration GRACE = Duration.ofSeconds(30);

  static Tracked placed(Order order) {
    return new Tracked(order, 0, later(order.createdAt()));
  }

  /** When to look after an order that somebody takes into their hands now. */
  static Instant later(Instant now) {
    // In whole seconds, all of one length, so that the list of unsettled orders sorts them.
    return now.plus(GRACE).truncatedTo(ChronoUnit.SECONDS);
  }
}
