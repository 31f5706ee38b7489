package dev.zerotomillions.inventory;

import dev.zerotomillions.shared.auth.ServiceCaller;
import dev.zerotomillions.shared.docs.TakesBody;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/**
 * {@code PUT /internal/inventory/reservations/{orderId}}: holds an order's items for a quarter of
 * an hour, all or none.
 */
@Controller("/internal/inventory/reservations")
class ReserveStock {
  private final Reservations reservations;

  ReserveStock(Reservations reservations) {
    this.reservations = reservations;
  }

  @Put("/{orderId}")
  @Operation(
      operationId = "ReserveStock",
      summary = "Hold an order's items, all or none",
      tags = "internal")
  @ApiResponse(
      responseCode = "200",
      description = "The reservation, or that which the order has already",
      content = @Content(schema = @Schema(implementation = Reservation.class)))
  @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
  @TakesBody
  Reservation reserve(
      ServiceCaller caller,
      @Parameter(schema = @Schema(pattern = OrderIds.SHAPE)) String orderId,
      @Body ReservationDraft draft) {
    return reservations.hold(OrderIds.valid(orderId), draft.lines());
  }
}
