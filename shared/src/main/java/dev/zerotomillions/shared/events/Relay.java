package dev.zerotomillions.shared.events;

import dev.zerotomillions.shared.calls.Deadline;

/**
 * The second chance of events: delivers what a service's outbox holds for longer than the producer
 * needs to do it. A service runs it as its task each minute.
 */
public interface Relay {

  /**
   * Delivers what is due, until there is no more or the deadline comes.
   *
   * @param service whose outbox it is, such as {@code orders}
   */
  void run(String service, Deadline deadline);
}
