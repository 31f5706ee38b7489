package dev.zerotomillions.shared.events;

import dev.zerotomillions.shared.calls.Deadline;

/**
 * The way from a producer to all subscribers of an event: at least once, in any order. One
 * subscriber's failure does not keep an event from the others.
 */
public interface EventDelivery {

  /**
   * Hands the event over; having returned, every subscriber has it or is sure to get it.
   *
   * @throws EventNotTaken if some subscriber has to get it again
   */
  void deliver(Event event, Deadline deadline);
}
