package dev.zerotomillions.shared.jobs;

import io.micronaut.core.annotation.Introspected;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as clients see it.
 *
 * @param progress from 0 to 100
 * @param result what it made; absent until it succeeded, and in lists
 * @param cause why it failed; absent otherwise
 */
@Introspected
public record JobView(
    String id,
    String kind,
    JobState state,
    int progress,
    @Nullable Result result,
    @Nullable String cause,
    Instant createdAt,
    long version) {

  /**
   * What a job made.
   *
   * @param url where to download it
   * @param expiresAt until when the address is good; asking again gives another
   */
  @Introspected
  public record Result(URI url, Instant expiresAt) {}

  public static JobView of(Job job) {
    return of(job, null);
  }

  public static JobView of(Job job, @Nullable Result result) {
    return new JobView(
        job.id(),
        job.kind(),
        job.state(),
        job.progress(),
        result,
        job.cause(),
        job.createdAt(),
        job.version());
  }

  /** Where a job is looked up. */
  public static String location(Job job) {
    return "/api/jobs/" + job.id();
  }
}
