package dev.zerotomillions.shared.jobs;

import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.problem.Unavailable;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jobs that are done within the request that accepts them, as long as its deadline allows. What is
 * left then, or after a crash, is for the task that resumes jobs.
 */
@Singleton
@Bean(typed = InlineJobs.class)
final class InlineJobs implements JobQueue {
  private static final Logger LOG = LoggerFactory.getLogger(InlineJobs.class);

  private final JobRunner runner;

  InlineJobs(JobRunner runner) {
    this.runner = runner;
  }

  @Override
  public void submit(Job job, Deadline deadline) {
    try {
      runner.run(job.id(), deadline);
    } catch (Unavailable e) {
      // The job is accepted and its row is written, which is all that the client was promised.
      LOG.warn("Job {} is left to the task that resumes jobs", job.id(), e);
    }
  }

  @Override
  public void resume(String kind, Deadline deadline) {
    runner.resume(kind, deadline);
  }
}
