package dev.zerotomillions.cdk.phases;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * The numbers that a phase runs with: its cost guards, its targets, how long it keeps logs.
 *
 * @param requestsPerSecond the rate at which the gateway starts to throttle
 * @param burst the requests above that rate that the gateway lets through at once
 * @param concurrencyCap the most environments the single function of phase 0 may have, and the
 *     sandbox that it calls and that calls it. They can't wait for each other for ever: a call that
 *     finds no environment free is refused at once, a webhook comes again, a payment goes on later.
 * @param logDays how long logs are kept
 * @param latencyTarget the p99 above which an alarm goes off
 */
public record Limits(
    int requestsPerSecond,
    int burst,
    OptionalInt concurrencyCap,
    int logDays,
    Duration latencyTarget) {

  /** Returns the numbers of this phase. */
  public static Limits of(Phase phase) {
    return switch (phase) {
      case ZERO_SCALE -> new Limits(100, 50, OptionalInt.of(20), 7, Duration.ofMillis(1500));
      default -> new Limits(2000, 1000, OptionalInt.empty(), 30, Duration.ofSeconds(1));
    };
  }
}
