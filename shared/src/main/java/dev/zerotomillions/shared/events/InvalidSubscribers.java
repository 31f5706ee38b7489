package dev.zerotomillions.shared.events;

/** The function's environment does not say who takes its events. */
public final class InvalidSubscribers extends RuntimeException {

  InvalidSubscribers(String why) {
    super(
        "The environment variable EVENT_SUBSCRIBERS must hold an object such as"
            + " {\"order.confirmed\":[\"/internal/notifications/events\"]}: "
            + why);
  }
}
