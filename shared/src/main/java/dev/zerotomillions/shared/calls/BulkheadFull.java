package dev.zerotomillions.shared.calls;

import java.time.Duration;

/** So many calls to a service are under way that another would only wait. */
public final class BulkheadFull extends CalleeUnavailable {

  public BulkheadFull(String service) {
    super(
        service,
        "The service " + service + " is busy with other calls; retry in a moment.",
        Duration.ofSeconds(1));
  }
}
