package dev.zerotomillions.shared.events;

import java.util.List;

/** Some subscriber did not take an event; it is to be delivered again. */
public final class EventNotTaken extends RuntimeException {
  private final boolean refused;

  private EventNotTaken(String message, boolean refused) {
    super(message, null, false, false);
    this.refused = refused;
  }

  /** Subscribers could not be reached, or could not take it for the moment. */
  public static EventNotTaken unavailable(Event event, List<String> subscribers) {
    return new EventNotTaken(
        "The event " + event.id() + " did not reach " + subscribers + "; it will come again.",
        false);
  }

  /** Subscribers answered that the event is wrong, which most likely stays so. */
  public static EventNotTaken refused(Event event, List<String> subscribers) {
    return new EventNotTaken(
        "The event "
            + event.id()
            + " was refused by "
            + subscribers
            + "; compare its schema "
            + event.dataschema()
            + " with what they read.",
        true);
  }

  /** Whether all that failed was refusal, so that time alone will not cure it. */
  public boolean isRefusal() {
    return refused;
  }
}
