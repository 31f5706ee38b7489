package dev.zerotomillions.shared.jobs;

import dev.zerotomillions.shared.calls.Deadline;
import java.time.Instant;

/** One attempt at a job, for as long as its lease lasts. */
public final class JobRun {
  private final Jobs jobs;
  private final long attempt;
  private final Deadline deadline;
  private Job job;

  JobRun(Jobs jobs, Job job, long attempt, Deadline deadline) {
    this.jobs = jobs;
    this.job = job;
    this.attempt = attempt;
    this.deadline = deadline;
  }

  public Job job() {
    return job;
  }

  /** When the attempt ends, finished or not. */
  public Deadline deadline() {
    return deadline;
  }

  /**
   * Tells the job's owner how far it is.
   *
   * @param percent from 0 to 100
   */
  public void progress(int percent) {
    Job next = job.at(percent);
    jobs.replace(JobRow.of(next, attempt, leaseUntil()));
    job = next;
  }

  long attempt() {
    return attempt;
  }

  private Instant leaseUntil() {
    return deadline.end();
  }
}
