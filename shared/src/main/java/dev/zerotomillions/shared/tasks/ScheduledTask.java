package dev.zerotomillions.shared.tasks;

import dev.zerotomillions.shared.calls.Deadline;

/**
 * A bean that a schedule runs by its name, through the event {@code {"task": "<name>"}}. It may be
 * run twice at once and may end half way: what it does has to bear both.
 */
public interface ScheduledTask {

  /** Its name in the schedule's event, which is its class's: {@code ResumeOrders}. */
  String name();

  /** Does what is due; what is left at the deadline waits for the next run. */
  void run(Deadline deadline);
}
