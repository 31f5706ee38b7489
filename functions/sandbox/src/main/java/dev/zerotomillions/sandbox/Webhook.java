package dev.zerotomillions.sandbox;

import java.time.Duration;
import java.time.Instant;

/**
 * An event that its receiver is yet to be told of.
 *
 * @param body the event's JSON
 * @param attempts how often it was sent in vain
 */
record Webhook(String id, String body, int attempts, Instant due, Instant expires) {
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /** The same webhook after a wait that doubles each time. */
  Webhook postponed() {
    var wait = Duration.ofMinutes(1L << Math.min(attempts, 6));
    return new Webhook(
        id,
        body,
        attempts + 1,
        due.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT),
        expires);
  }
}
