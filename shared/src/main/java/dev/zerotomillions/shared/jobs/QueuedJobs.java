package dev.zerotomillions.shared.jobs;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.calls.Deadline;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jobs that are sent to a queue a kind, for workers to do. A message is no more than a hint: the
 * job's row says what is to be done, and one whose message was lost is sent again.
 */
@Singleton
@Bean(typed = QueuedJobs.class)
final class QueuedJobs implements JobQueue {
  private static final Logger LOG = LoggerFactory.getLogger(QueuedJobs.class);

  /** So old is a job before its message counts as lost, rather than as not received yet. */
  static final Duration LOST_AFTER = Duration.ofMinutes(2);

  private static final int AT_ONCE = 20;

  private final Jobs jobs;
  private final JobMessages messages;
  private final Settings settings;
  private final InstantSource clock;

  QueuedJobs(Jobs jobs, JobMessages messages, Settings settings, InstantSource clock) {
    this.jobs = jobs;
    this.messages = messages;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void submit(Job job, Deadline deadline) {
    send(job);
  }

  @Override
  public void resume(String kind, Deadline deadline) {
    for (String id : jobs.unfinished(kind, AT_ONCE)) {
      if (deadline.hasPassed(clock)) {
        return;
      }
      jobs.find(id).filter(this::mayBeLost).ifPresent(this::send);
    }
  }

  private boolean mayBeLost(Job job) {
    return job.createdAt().plus(LOST_AFTER).isBefore(clock.instant());
  }

  private void send(Job job) {
    try {
      messages.send(settings.required(JobQueues.variable(job.kind())), JobMessage.of(job).body());
    } catch (JobMessages.NotSent e) {
      // The job is accepted and its row is written, which is all that the client was promised.
      LOG.warn("Job {} is left to the task that resumes jobs", job.id(), e);
    }
  }
}
