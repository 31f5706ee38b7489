package dev.zerotomillions.shared.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work that was accepted.
 *
 * @param kind which handler does it, such as {@code user-export}
 * @param owner the id of the user whose it is
 * @param progress from 0 to 100
 * @param result the key of the file that it made, once it succeeded
 * @param cause why it failed, in a word such as {@code gave-up}
 */
public record Job(
    String id,
    String kind,
    String owner,
    JobState state,
    int progress,
    @Nullable String result,
    @Nullable String cause,
    Instant createdAt,
    long version) {

  /** Work that waits for someone to do it. */
  public static Job queued(String id, String kind, String owner, Instant createdAt) {
    return new Job(id, kind, owner, JobState.QUEUED, 0, null, null, createdAt, 1);
  }

  Job running() {
    return next(JobState.RUNNING, progress, null, null);
  }

  /** Given back unfinished, to be tried again. */
  Job waiting() {
    return next(JobState.QUEUED, progress, null, null);
  }

  Job at(int percent) {
    return next(JobState.RUNNING, percent, null, null);
  }

  Job succeeded(String file) {
    return next(JobState.SUCCEEDED, 100, file, null);
  }

  Job failed(String why) {
    return next(JobState.FAILED, progress, null, why);
  }

  private Job next(JobState nextState, int percent, @Nullable String file, @Nullable String why) {
    return new Job(id, kind, owner, nextState, percent, file, why, createdAt, version + 1);
  }
}
