package dev.zerotomillions.shared.resilience;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a circuit breaker says to a caller. */
public sealed interface Admission {

  /** The call may go; its end is to be reported. */
  final class Admitted implements Admission {
    private final @Nullable BreakerState probe;

    Admitted(@Nullable BreakerState probe) {
      this.probe = probe;
    }

    /** The half-open state that this call is the probe of, if it is one. */
    @Nullable BreakerState probe() {
      return probe;
    }
  }

  /**
   * The callee is left alone.
   *
   * @param retryAfter when it makes sense to ask again
   */
  record Refused(Duration retryAfter) implements Admission {}
}
