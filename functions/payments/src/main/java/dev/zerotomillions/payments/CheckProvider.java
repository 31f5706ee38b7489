package dev.zerotomillions.payments;

import dev.zerotomillions.shared.auth.ServiceCaller;
import dev.zerotomillions.shared.calls.Deadline;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.time.InstantSource;

/** {@code GET /internal/payments/health}: whether the payment provider answers us. */
@Controller("/internal/payments/health")
class CheckProvider {
  /**
   * Less than those wait who ask for the system's health, and more than a sandbox takes to start.
   */
  private static final Duration BUDGET = Duration.ofSeconds(5);

  private final PaymentProvider provider;
  private final InstantSource clock;

  CheckProvider(PaymentProvider provider, InstantSource clock) {
    this.provider = provider;
    this.clock = clock;
  }

  @Get
  @Operation(
      operationId = "CheckProvider",
      summary = "Whether the payment provider answers",
      tags = "internal")
  @ApiResponse(
      responseCode = "200",
      description = "UP or DOWN",
      content = @Content(schema = @Schema(implementation = ProviderHealth.class)))
  ProviderHealth check(ServiceCaller caller) {
    try {
      provider.check(Deadline.within(BUDGET, clock));
      return new ProviderHealth("UP");
    } catch (ProviderUnavailable e) {
      // The adapter has logged why.
      return new ProviderHealth("DOWN");
    }
  }
}
