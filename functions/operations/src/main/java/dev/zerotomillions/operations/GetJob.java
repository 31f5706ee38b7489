package dev.zerotomillions.operations;

import dev.zerotomillions.shared.auth.Caller;
import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.docs.ForCustomers;
import dev.zerotomillions.shared.files.Files;
import dev.zerotomillions.shared.jobs.Job;
import dev.zerotomillions.shared.jobs.JobView;
import dev.zerotomillions.shared.jobs.Jobs;
import dev.zerotomillions.shared.problem.NotFound;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/jobs/{id}}: how far a job is, and where its result is to be had. The address is
 * made anew each time and good for a quarter of an hour, so that one that got around is soon none.
 */
@Controller("/api/jobs")
class GetJob {
  static final Duration URL_LIFETIME = Duration.ofMinutes(15);
  private static final String POLL_SECONDS = "2";

  private final Jobs jobs;
  private final Files files;
  private final InstantSource clock;

  GetJob(Jobs jobs, Files files, InstantSource clock) {
    this.jobs = jobs;
    this.files = files;
    this.clock = clock;
  }

  @Get("/{id}")
  @Operation(
      operationId = "GetJob",
      summary = "A job of one's own, or for administrators any",
      tags = "operations")
  @ApiResponse(
      responseCode = "200",
      description = "The job; with Retry-After while it is unfinished",
      headers = {
        @Header(name = "Cache-Control", ref = "#/components/headers/Cache-Control"),
        @Header(
            name = "Retry-After",
            description = "After how many seconds it may have come further.",
            schema = @Schema(type = "string"))
      },
      content = @Content(schema = @Schema(implementation = JobView.class)))
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
  @ForCustomers
  HttpResponse<JobView> get(
      Caller caller, @Parameter(schema = @Schema(pattern = Jobs.ID)) String id) {
    Job job =
        jobs.find(id)
            .filter(found -> caller.role() == Role.ADMINISTRATOR || isOwn(caller, found))
            .orElseThrow(() -> new NotFound("You have no job of this id."));
    MutableHttpResponse<JobView> response =
        HttpResponse.ok(JobView.of(job, result(job))).header("Cache-Control", "no-store");
    return job.state().isFinished() ? response : response.header("Retry-After", POLL_SECONDS);
  }

  private static boolean isOwn(Caller caller, Job job) {
    return job.owner().equals(caller.id());
  }

  private JobView.@Nullable Result result(Job job) {
    String key = job.result();
    if (key == null) {
      return null;
    }
    String name = key.substring(key.lastIndexOf('/') + 1);
    return new JobView.Result(
        files.downloadUrl(key, name, URL_LIFETIME),
        clock.instant().plus(URL_LIFETIME).truncatedTo(ChronoUnit.SECONDS));
  }
}
