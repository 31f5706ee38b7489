package dev.zerotomillions.shared.tasks;

import dev.zerotomillions.shared.calls.Deadline;
import jakarta.inject.Singleton;
import java.util.List;

/** The tasks that this function can run. */
@Singleton
public final class Tasks {
  private final List<ScheduledTask> all;

  Tasks(List<ScheduledTask> all) {
    this.all = all;
  }

  /**
   * Runs a task.
   *
   * @throws UnknownTask if the function has none of that name
   */
  public void run(String name, Deadline deadline) {
    all.stream()
        .filter(task -> task.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new UnknownTask(name, all.stream().map(ScheduledTask::name).toList()))
        .run(deadline);
  }
}
