package dev.zerotomillions.shared.calls;

import dev.zerotomillions.shared.resilience.Backoff;
import dev.zerotomillions.shared.resilience.BreakerTerms;
import dev.zerotomillions.shared.resilience.RetryBudget;
import java.time.Duration;

/**
 * How a service is called. A caller that wants another than the standard one declares a bean of
 * this type, named as the service.
 *
 * @param tries how often at most a call is sent
 * @param tryTimeout how long one try may take; longer than a callee's cold start
 * @param budget what pays for retries, all calls of an environment together
 * @param slots how many calls of all environments may be under way at once; zero for any number
 */
public record CallPolicy(
    int tries,
    Duration tryTimeout,
    Backoff backoff,
    RetryBudget.Terms budget,
    BreakerTerms breaker,
    int slots) {

  /**
   * What suits a service that answers from its own table, whose concurrency its own limits bound.
   */
  public static CallPolicy standard() {
    return new CallPolicy(
        3,
        Duration.ofSeconds(6),
        Backoff.of(Duration.ofMillis(100), Duration.ofSeconds(2)),
        RetryBudget.Terms.of(10, 10),
        BreakerTerms.of(5, Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(10)),
        0);
  }

  /**
   * The same for a service that can be slow for reasons that are not its own: no more than so many
   * callers wait for it at once.
   */
  public CallPolicy withSlots(int count) {
    return new CallPolicy(tries, tryTimeout, backoff, budget, breaker, count);
  }
}
