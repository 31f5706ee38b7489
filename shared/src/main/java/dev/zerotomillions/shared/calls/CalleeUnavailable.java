package dev.zerotomillions.shared.calls;

import dev.zerotomillions.shared.problem.Problem;
import java.time.Duration;

/**
 * A service that was to be called gave no answer. Where nothing catches it, the client is told to
 * come again.
 */
public abstract sealed class CalleeUnavailable extends Problem
    permits CallFailed, CircuitOpen, BulkheadFull {
  private final String service;

  CalleeUnavailable(String service, String why, Duration retryAfter) {
    super(503, "unavailable", "Temporarily unavailable", why);
    this.service = service;
    header("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
  }

  /** The service that was to be called. */
  public final String service() {
    return service;
  }
}
