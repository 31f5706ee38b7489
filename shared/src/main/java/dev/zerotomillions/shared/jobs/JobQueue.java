package dev.zerotomillions.shared.jobs;

import dev.zerotomillions.shared.calls.Deadline;

/** Where jobs go that were accepted: to be done at once, or by workers later. */
public interface JobQueue {

  /** Takes a job whose row is written already; that it is done is sure from then on. */
  void submit(Job job, Deadline deadline);

  /** Sees to it that what was accepted of a kind, and then left behind, is done after all. */
  void resume(String kind, Deadline deadline);
}
