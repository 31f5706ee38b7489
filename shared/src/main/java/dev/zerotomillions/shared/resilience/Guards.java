package dev.zerotomillions.shared.resilience;

import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Table;
import dev.zerotomillions.shared.observe.Metrics;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Makes the breakers and bulkheads of a service's callees, whose state its table keeps. */
@Singleton
public final class Guards {
  private final Database database;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Metrics metrics;

  public Guards(Database database, InstantSource clock, RandomGenerator random, Metrics metrics) {
    this.database = database;
    this.clock = clock;
    this.random = random;
    this.metrics = metrics;
  }

  /**
   * A breaker, to be kept for as long as the environment lives.
   *
   * @param callee a name that is the same in all environments
   */
  public CircuitBreaker breaker(Table table, String callee, BreakerTerms terms) {
    return new CircuitBreaker(
        callee, new BreakerRow(database, table, callee), terms, clock, metrics);
  }

  /**
   * A bulkhead.
   *
   * @param slots how many calls may be under way at once
   */
  public Bulkhead bulkhead(Table table, String callee, int slots) {
    return new Bulkhead(database, table, callee, slots, clock, random);
  }
}
