package dev.zerotomillions.shared.jobs;

/**
 * A bean that does the jobs of one kind. It may be ended at any moment and begun anew from the
 * start, perhaps while the first still runs: what it does twice has to be as if done once.
 */
public interface JobHandler {

  /** The kind of the jobs that it does, such as {@code user-export}. */
  String kind();

  /**
   * Does a job.
   *
   * @return the key of the file that it made
   * @throws JobFailed if it can't be done, however often it is tried
   * @throws dev.zerotomillions.shared.problem.Problem if it may succeed at another time
   */
  String run(JobRun run);
}
