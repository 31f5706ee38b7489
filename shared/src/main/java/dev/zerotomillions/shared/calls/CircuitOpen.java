package dev.zerotomillions.shared.calls;

import java.time.Duration;

/** A service failed so much lately that it was not called. */
public final class CircuitOpen extends CalleeUnavailable {

  /**
   * The refusal of a call.
   *
   * @param retryAfter until when the service is left alone
   */
  public CircuitOpen(String service, Duration retryAfter) {
    super(
        service,
        "The service " + service + " has been failing and is left alone for a moment; retry then.",
        retryAfter);
  }
}
