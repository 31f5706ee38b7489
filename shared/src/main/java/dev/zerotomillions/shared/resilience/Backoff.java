package dev.zerotomillions.shared.resilience;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The pauses between tries: anything from nothing to a bound that doubles with each try (full
 * jitter), so that callers who failed together don't come again together.
 */
public record Backoff(Duration first, Duration longest) {
  private static final int MOST_DOUBLINGS = 30;

  /**
   * Pauses within bounds.
   *
   * @param first the bound of the pause after the first try
   * @param longest what no bound exceeds
   */
  public static Backoff of(Duration first, Duration longest) {
    return new Backoff(first, longest);
  }

  /**
   * The pause after a try.
   *
   * @param attempt which try it was, beginning with 1
   */
  public Duration delay(int attempt, RandomGenerator random) {
    return Duration.ofNanos(random.nextLong(bound(attempt).toNanos() + 1));
  }

  /** The longest that the pause after a try can be. */
  public Duration bound(int attempt) {
    Duration doubled = first.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }
}
