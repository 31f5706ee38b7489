package dev.zerotomillions.shared.calls;

import java.time.Duration;

/** A service was called and no try was answered; it may or may not have acted. */
public final class CallFailed extends CalleeUnavailable {

  public CallFailed(String service) {
    super(
        service,
        "The service " + service + " did not answer in time; retry in a moment.",
        Duration.ofSeconds(1));
  }
}
