package dev.zerotomillions.shared.http;

/** The function was invoked with something that is no event of API Gateway or a schedule. */
public final class UnsupportedEvent extends RuntimeException {
  UnsupportedEvent(String why) {
    super(
        "The event is neither an HTTP API event (payload 2.0) nor a REST API event (1.0) nor"
            + " a task: "
            + why
            + ". Samples are in events/.");
  }
}
