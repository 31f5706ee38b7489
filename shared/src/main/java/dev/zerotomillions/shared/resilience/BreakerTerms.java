package dev.zerotomillions.shared.resilience;

import java.time.Duration;

/**
 * When a circuit breaker opens and closes.
 *
 * @param failures so many within the window open it
 * @param window the time in which failures are counted
 * @param openFor how long the callee is left alone before it is probed
 * @param probeFor how long a probe may take before another may take its place
 */
public record BreakerTerms(int failures, Duration window, Duration openFor, Duration probeFor) {

  public static BreakerTerms of(
      int failures, Duration window, Duration openFor, Duration probeFor) {
    return new BreakerTerms(failures, window, openFor, probeFor);
  }
}
