package dev.zerotomillions.users;

import dev.zerotomillions.shared.auth.Caller;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.UuidV7;
import dev.zerotomillions.shared.docs.ForCustomers;
import dev.zerotomillions.shared.docs.Idempotent;
import dev.zerotomillions.shared.http.Answer;
import dev.zerotomillions.shared.http.Idempotency;
import dev.zerotomillions.shared.http.IdempotencyKey;
import dev.zerotomillions.shared.jobs.Job;
import dev.zerotomillions.shared.jobs.JobQueue;
import dev.zerotomillions.shared.jobs.JobView;
import dev.zerotomillions.shared.jobs.Jobs;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /api/users/me/exports}: asks for a file with all personal data that the shop has of
 * the caller.
 */
@Controller("/api/users/me/exports")
class ExportUser {
  /** So long does the request wait for a job that may be done at once. */
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  private final Accounts accounts;
  private final Users users;
  private final Exports exports;
  private final Jobs jobs;
  private final JobQueue queue;
  private final Idempotency idempotency;
  private final UuidV7 uuids;
  private final InstantSource clock;

  ExportUser(
      Accounts accounts,
      Users users,
      Exports exports,
      Jobs jobs,
      JobQueue queue,
      Idempotency idempotency,
      UuidV7 uuids,
      InstantSource clock) {
    this.accounts = accounts;
    this.users = users;
    this.exports = exports;
    this.jobs = jobs;
    this.queue = queue;
    this.idempotency = idempotency;
    this.uuids = uuids;
    this.clock = clock;
  }

  @Post
  @Operation(
      operationId = "ExportUser",
      summary = "Ask for all personal data of oneself, as a file",
      tags = "users")
  @ApiResponse(
      responseCode = "202",
      description = "The job that makes the file; Location is where it is looked up",
      headers = @Header(name = "Location", ref = "#/components/headers/Location"),
      content = @Content(schema = @Schema(implementation = JobView.class)))
  @ForCustomers
  @Idempotent
  HttpResponse<?> export(Caller caller, HttpRequest<?> request) {
    accounts.of(caller);
    Deadline deadline = Deadline.within(PATIENCE, clock);
    List<Job> accepted = new ArrayList<>();
    HttpResponse<?> answer =
        idempotency.once(
            users.table(),
            IdempotencyKey.of(request, caller.id(), Map.of()),
            () -> plan(caller, accepted));
    if (!accepted.isEmpty()) {
      queue.submit(accepted.getLast(), deadline);
    }
    return answer;
  }

  private Idempotency.Plan plan(Caller caller, List<Job> accepted) {
    Job job =
        Job.queued(
            uuids.next("job"),
            PersonalDataExport.KIND,
            caller.id(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    accepted.add(job);
    List<Change> changes = new ArrayList<>(jobs.add(job));
    changes.add(exports.announce(job));
    return new Idempotency.Plan(Answer.of(202, JobView.location(job), JobView.of(job)), changes);
  }
}
