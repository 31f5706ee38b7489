package dev.zerotomillions.operations;

import dev.zerotomillions.shared.auth.Administrator;
import dev.zerotomillions.shared.docs.ForAdministrators;
import dev.zerotomillions.shared.http.Cursors;
import dev.zerotomillions.shared.http.Limits;
import dev.zerotomillions.shared.jobs.JobView;
import dev.zerotomillions.shared.jobs.Jobs;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/jobs}: everybody's jobs of the last seven days, the latest first. */
@Controller("/api/jobs")
class ListJobs {
  private static final String LIST = "ListJobs";

  private final Jobs jobs;
  private final Cursors cursors;

  ListJobs(Jobs jobs, Cursors cursors) {
    this.jobs = jobs;
    this.cursors = cursors;
  }

  @Get
  @Operation(
      operationId = "ListJobs",
      summary = "Everybody's jobs, latest first",
      tags = "operations")
  @ApiResponse(
      responseCode = "200",
      description = "Some of the jobs",
      content = @Content(schema = @Schema(implementation = JobPage.class)))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/BadRequest")
  @ForAdministrators
  JobPage list(
      Administrator administrator,
      @QueryValue @Nullable Integer limit,
      @QueryValue @Nullable String cursor) {
    var page = jobs.list(Limits.limit(limit), cursors.open(LIST, cursor));
    return new JobPage(
        page.rows().stream().map(row -> JobView.of(Jobs.job(row))).toList(),
        cursors.seal(LIST, page.next()));
  }
}
