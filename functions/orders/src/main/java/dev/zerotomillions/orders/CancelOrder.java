package dev.zerotomillions.orders;

import dev.zerotomillions.shared.auth.Caller;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.docs.ForCustomers;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.time.InstantSource;

/** {@code POST /api/orders/{id}/cancellation}: cancels an order that isn't confirmed yet. */
@Controller("/api/orders")
class CancelOrder {
  private static final Duration BUDGET = Duration.ofSeconds(8);

  private final Orders orders;
  private final Settlement settlement;
  private final InstantSource clock;

  CancelOrder(Orders orders, Settlement settlement, InstantSource clock) {
    this.orders = orders;
    this.settlement = settlement;
    this.clock = clock;
  }

  @Post("/{id}/cancellation")
  @Operation(
      operationId = "CancelOrder",
      summary = "Cancel an order that isn't confirmed yet",
      tags = "orders")
  @ApiResponse(
      responseCode = "200",
      description = "The order, cancelled",
      content = @Content(schema = @Schema(implementation = Order.class)))
  @ApiResponse(
      responseCode = "202",
      description = "The order, whose cancellation takes a while",
      content = @Content(schema = @Schema(implementation = Order.class)))
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
  @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
  @ForCustomers
  HttpResponse<Order> cancel(
      Caller caller, @Parameter(schema = @Schema(pattern = OrderIds.SHAPE)) String id) {
    var deadline = Deadline.within(BUDGET, clock);
    try (var _ = deadline.enter()) {
      var own = orders.existing(caller.id(), id);
      var order = settlement.cancel(own.id(), deadline);
      return switch (order.status()) {
        case CANCELLED -> HttpResponse.ok(order);
        // Its confirmation was faster.
        case CONFIRMED, REFUNDING, REFUNDED -> throw new TooLateToCancel(order);
        case PENDING, RESERVED, PAID, CANCELLING -> HttpResponse.accepted().body(order);
      };
    }
  }
}
