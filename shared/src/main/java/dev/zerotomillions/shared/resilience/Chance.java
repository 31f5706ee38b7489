package dev.zerotomillions.shared.resilience;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** The randomness and the pauses of a real function. */
@Factory
final class Chance {

  /**
   * Drawn from the system: a generator with a state would be copied by a snapshot, and all
   * environments restored from it would come again at the same moments.
   */
  @Singleton
  RandomGenerator random() {
    return new SecureRandom();
  }

  @Singleton
  Sleeper sleeper() {
    return time -> LockSupport.parkNanos(time.toNanos());
  }
}
