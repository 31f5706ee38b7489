package dev.zerotomillions.inventory;

import dev.zerotomillions.shared.auth.ServiceCaller;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/**
 * {@code POST /internal/inventory/reservations/{orderId}/release}: makes sure that nothing is held
 * for an order, now or by a request that is late.
 */
@Controller("/internal/inventory/reservations")
class ReleaseReservation {
  private final Reservations reservations;

  ReleaseReservation(Reservations reservations) {
    this.reservations = reservations;
  }

  @Post("/{orderId}/release")
  @Operation(
      operationId = "ReleaseReservation",
      summary = "Free the items that an order holds",
      tags = "internal")
  @ApiResponse(
      responseCode = "200",
      description = "The reservation: RELEASED, or EXPIRED or COMMITTED before",
      content = @Content(schema = @Schema(implementation = Reservation.class)))
  Reservation release(
      ServiceCaller caller, @Parameter(schema = @Schema(pattern = OrderIds.SHAPE)) String orderId) {
    return reservations.release(OrderIds.valid(orderId));
  }
}
