package dev.zerotomillions.sandbox;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Map;

/** {@code GET /sandbox/v1/balance}: the cheapest call that tells whether the key is right. */
@Controller("/sandbox/v1/balance")
class RetrieveBalance {

  @Get
  @Operation(
      operationId = "RetrieveBalance",
      summary = "Whether the key is right",
      tags = "sandbox")
  @ApiResponse(
      responseCode = "200",
      description = "The balance",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Balance")))
  @StripeCall
  Map<String, Object> retrieve(@Parameter(hidden = true) ApiKey key) {
    return Map.of(
        "object", "balance", "available", List.of(), "livemode", false, "pending", List.of());
  }
}
