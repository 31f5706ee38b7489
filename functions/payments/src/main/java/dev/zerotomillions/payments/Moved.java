package dev.zerotomillions.payments;

import dev.zerotomillions.shared.events.Event;
import java.util.List;

/** A payment after it was moved, and the events that tell of it. */
record Moved(Payment payment, List<Event> events) {
  Moved {
    events = List.copyOf(events);
  }

  /** A payment of which there is nothing to tell. */
  static Moved quietly(Payment payment) {
    return new Moved(payment, List.of());
  }
}
