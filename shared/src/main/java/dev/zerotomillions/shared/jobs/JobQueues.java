package dev.zerotomillions.shared.jobs;

import dev.zerotomillions.shared.Settings;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Where this deployment's jobs go: to a queue if the template has one, else inline. */
@Factory
final class JobQueues {
  private static final String PREFIX = "JOB_QUEUE_";

  /** The environment variable that holds the URL of the queue of a kind of jobs. */
  static String variable(String kind) {
    return PREFIX + kind.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  @Singleton
  JobQueue queue(
      Settings settings, BeanProvider<InlineJobs> inline, BeanProvider<QueuedJobs> queued) {
    boolean hasQueues =
        settings.variables().keySet().stream().anyMatch(name -> name.startsWith(PREFIX));
    return hasQueues ? queued.get() : inline.get();
  }
}
