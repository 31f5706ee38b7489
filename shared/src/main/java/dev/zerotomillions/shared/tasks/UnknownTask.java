package dev.zerotomillions.shared.tasks;

import java.util.List;

/** A schedule asks the function for a task that it does not have. */
public final class UnknownTask extends RuntimeException {

  UnknownTask(String name, List<String> known) {
    super(
        "This function has no task "
            + name
            + " but "
            + known
            + "; correct the schedule's input or its target in the template.");
  }
}
