package dev.zerotomillions.shared.jobs;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.observe.Correlation;
import dev.zerotomillions.shared.resilience.Backoff;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worker of a queue of jobs. What it fails on comes again, later each time, until the queue
 * sets it aside; a job that was set aside is begun anew when its message is put back.
 */
@Singleton
public final class JobWorker {
  private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
  private static final Backoff BACKOFF = Backoff.of(Duration.ofSeconds(4), Duration.ofMinutes(5));

  private final JobRunner runner;
  private final Jobs jobs;
  private final JobMessages messages;
  private final Settings settings;
  private final InstantSource clock;
  private final RandomGenerator random;

  JobWorker(
      JobRunner runner,
      Jobs jobs,
      JobMessages messages,
      Settings settings,
      InstantSource clock,
      RandomGenerator random) {
    this.runner = runner;
    this.jobs = jobs;
    this.messages = messages;
    this.settings = settings;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Does the jobs of a batch.
   *
   * @return the ids of the messages that have to come again
   */
  public List<String> work(List<QueueMessage> batch, Deadline deadline) {
    List<String> again = new ArrayList<>();
    for (QueueMessage message : batch) {
      if (deadline.hasPassed(clock) || !isDone(message, deadline)) {
        again.add(message.id());
      }
    }
    return again;
  }

  private boolean isDone(QueueMessage message, Deadline deadline) {
    Optional<JobMessage> read = JobMessage.in(message.body());
    if (read.isEmpty()) {
      LOG.error("Message {} is none of a job, so it is to be set aside", message.id());
      return false;
    }
    try (Correlation _ = Correlation.begin(Correlation.requestId(), read.get().correlationId())) {
      return isDone(read.get(), message, deadline);
    }
  }

  private boolean isDone(JobMessage read, QueueMessage message, Deadline deadline) {
    if (jobs.isGivenUp(read.job())) {
      if (message.receives() > 1) {
        return false; // on its way to those that were set aside
      }
      reopen(read.job());
    }
    if (!runner.run(read.job(), deadline, tries())) {
      return true;
    }
    hide(read, message);
    return false;
  }

  private void reopen(String job) {
    try {
      jobs.reopen(job);
    } catch (Jobs.JobTaken e) {
      LOG.info("Job {} is another's by now", job);
    }
  }

  private void hide(JobMessage read, QueueMessage message) {
    String queue = settings.required(JobQueues.variable(read.kind()));
    Duration pause = BACKOFF.delay(message.receives(), random);
    try {
      messages.hide(queue, message.receipt(), pause);
    } catch (JobMessages.NotSent e) {
      LOG.warn("Job {} comes again when its queue shows it, and no sooner", read.job(), e);
    }
  }

  /** As often as the queue hands a message out before it sets it aside. */
  private int tries() {
    String tries = settings.optional("JOB_TRIES");
    return tries == null ? JobRunner.MOST_ATTEMPTS : Integer.parseInt(tries);
  }
}
