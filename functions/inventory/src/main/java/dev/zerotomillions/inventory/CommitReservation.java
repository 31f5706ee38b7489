package dev.zerotomillions.inventory;

import dev.zerotomillions.shared.auth.ServiceCaller;
import dev.zerotomillions.shared.problem.NotFound;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/**
 * {@code POST /internal/inventory/reservations/{orderId}/commitment}: lets the items that an order
 * holds leave for good. Whether they did is in the answer's state: it may be too late.
 */
@Controller("/internal/inventory/reservations")
class CommitReservation {
  private final Reservations reservations;

  CommitReservation(Reservations reservations) {
    this.reservations = reservations;
  }

  @Post("/{orderId}/commitment")
  @Operation(
      operationId = "CommitReservation",
      summary = "Let the items that an order holds leave",
      tags = "internal")
  @ApiResponse(
      responseCode = "200",
      description = "The reservation: COMMITTED, or RELEASED or EXPIRED before",
      content = @Content(schema = @Schema(implementation = Reservation.class)))
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
  Reservation commit(
      ServiceCaller caller, @Parameter(schema = @Schema(pattern = OrderIds.SHAPE)) String orderId) {
    return reservations
        .end(OrderIds.valid(orderId), ReservationState.COMMITTED)
        .orElseThrow(() -> new NotFound("Nothing was ever reserved for order " + orderId + "."));
  }
}
