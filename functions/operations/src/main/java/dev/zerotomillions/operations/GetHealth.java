package dev.zerotomillions.operations;

import dev.zerotomillions.shared.problem.NotFound;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/** {@code GET /api/health} and {@code GET /api/health/{tier}}: how the system is, tier by tier. */
@Controller("/api/health")
class GetHealth {
  private final HealthChecks checks;

  GetHealth(HealthChecks checks) {
    this.checks = checks;
  }

  @Get
  @Operation(operationId = "GetHealth", summary = "How the system is", tags = "operations")
  @ApiResponse(
      responseCode = "200",
      headers = @Header(name = "Cache-Control", ref = "#/components/headers/Cache-Control"),
      description = "All tiers are up.",
      content = @Content(schema = @Schema(implementation = Health.class)))
  @ApiResponse(
      responseCode = "503",
      headers = @Header(name = "Cache-Control", ref = "#/components/headers/Cache-Control"),
      description = "A tier is down.",
      content = @Content(schema = @Schema(implementation = Health.class)))
  HttpResponse<Health> all() {
    var health = Health.of(checks.look(checks.tiers()));
    return answer(health.status(), health);
  }

  @Get("/{tier}")
  @Operation(operationId = "GetHealthOfTier", summary = "How one tier is", tags = "operations")
  @ApiResponse(
      responseCode = "200",
      headers = @Header(name = "Cache-Control", ref = "#/components/headers/Cache-Control"),
      description = "The tier is up.",
      content = @Content(schema = @Schema(implementation = TierHealth.class)))
  @ApiResponse(
      responseCode = "503",
      headers = @Header(name = "Cache-Control", ref = "#/components/headers/Cache-Control"),
      description = "The tier is down.",
      content = @Content(schema = @Schema(implementation = TierHealth.class)))
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
  HttpResponse<TierHealth> one(
      @Parameter(schema = @Schema(allowableValues = {"tables", "keys", "payments"})) String tier) {
    var chosen =
        checks.tiers().stream()
            .filter(known -> known.name().equals(tier))
            .findFirst()
            .orElseThrow(() -> new NotFound("There is no tier of this name; see /api/health."));
    var health = checks.look(chosen);
    return answer(health.status(), health);
  }

  private static <B> HttpResponse<B> answer(String status, B health) {
    var code = status.equals(TierHealth.UP) ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
    return HttpResponse.<B>status(code).body(health).header("Cache-Control", "no-store");
  }
}
