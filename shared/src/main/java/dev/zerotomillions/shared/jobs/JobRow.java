package dev.zerotomillions.shared.jobs;

import dev.zerotomillions.shared.data.Row;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the jobs' table keeps a job: a row that the index lists under {@code JOBS}, and while it is
 * unfinished another that the index lists under its kind.
 */
final class JobRow {
  static final String JOB = "JOB";
  static final String OPEN = "OPEN";
  static final String ALL = "JOBS";

  /** As long as the files are kept that jobs make. */
  static final Duration KEPT = Duration.ofDays(7);

  private JobRow() {}

  static String pk(String id) {
    return "JOB#" + id;
  }

  static String open(String kind) {
    return "OPEN#" + kind;
  }

  /**
   * The row of a job.
   *
   * @param attempts how often it was begun
   * @param leaseUntil until when whoever does it has it for themselves
   */
  static Row of(Job job, long attempts, @Nullable Instant leaseUntil) {
    Row row =
        Row.of(pk(job.id()), JOB)
            .with("gsi1pk", ALL)
            .with("gsi1sk", place(job))
            .with("id", job.id())
            .with("kind", job.kind())
            .with("owner", job.owner())
            .with("jobState", job.state().name())
            .with("progress", job.progress())
            .with("result", job.result())
            .with("cause", job.cause())
            .with("createdAt", job.createdAt())
            .with("version", job.version())
            .with("attempts", attempts)
            .with("expiresAt", job.createdAt().plus(KEPT).getEpochSecond());
    return leaseUntil == null ? row : row.with("leaseUntil", leaseUntil);
  }

  static Row ofOpen(Job job) {
    return Row.of(pk(job.id()), OPEN)
        .with("gsi1pk", open(job.kind()))
        .with("gsi1sk", place(job))
        .with("id", job.id())
        .with("expiresAt", job.createdAt().plus(KEPT).getEpochSecond());
  }

  static Job job(Row row) {
    return new Job(
        row.text("id"),
        row.text("kind"),
        row.text("owner"),
        JobState.valueOf(row.text("jobState")),
        (int) row.number("progress"),
        row.optionalText("result").orElse(null),
        row.optionalText("cause").orElse(null),
        row.time("createdAt"),
        row.number("version"));
  }

  private static String place(Job job) {
    return job.createdAt() + "#" + job.id();
  }
}
