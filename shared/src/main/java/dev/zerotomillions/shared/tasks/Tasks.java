package dev.zerotomillions.shared.tasks;

import dev.zerotomillions.shared.calls.Deadline;
import io.micronaut.context.BeanContext;
import io.micronaut.inject.BeanDefinition;
import jakarta.inject.Singleton;
import java.util.Collection;

/**
 * The tasks that this function can run. The one that is asked for is made, and no other: a function
 * has the settings of its own task alone.
 */
@Singleton
public final class Tasks {
  private final BeanContext context;

  Tasks(BeanContext context) {
    this.context = context;
  }

  /**
   * Runs a task.
   *
   * @throws UnknownTask if the function has none of that name
   */
  public void run(String name, Deadline deadline) {
    Collection<BeanDefinition<ScheduledTask>> all = context.getBeanDefinitions(ScheduledTask.class);
    BeanDefinition<ScheduledTask> task =
        all.stream()
            .filter(each -> name(each).equals(name))
            .findFirst()
            .orElseThrow(() -> new UnknownTask(name, all.stream().map(Tasks::name).toList()));
    context.getBean(task).run(deadline);
  }

  private static String name(BeanDefinition<ScheduledTask> task) {
    return task.getBeanType().getSimpleName();
  }
}
