package dev.zerotomillions.orders;

import dev.zerotomillions.shared.auth.Caller;
import dev.zerotomillions.shared.docs.ForCustomers;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/** {@code GET /api/orders/{id}}: one of the customer's own orders. */
@Controller("/api/orders")
class GetOrder {
  private final Orders orders;

  GetOrder(Orders orders) {
    this.orders = orders;
  }

  @Get("/{id}")
  @Operation(operationId = "GetOrder", summary = "One of one's own orders", tags = "orders")
  @ApiResponse(
      responseCode = "200",
      description = "The order",
      content = @Content(schema = @Schema(implementation = Order.class)))
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
  @ForCustomers
  Order get(Caller caller, @Parameter(schema = @Schema(pattern = OrderIds.SHAPE)) String id) {
    return orders.existing(caller.id(), id);
  }
}
