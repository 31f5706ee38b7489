package dev.zerotomillions.orders;

import dev.zerotomillions.shared.auth.Administrator;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.docs.ForAdministrators;
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

/**
 * {@code POST /api/orders/{id}/refund}: pays a confirmed order back, once however often it is asked
 * for. What the customer sends back is booked as a stock movement when it arrives.
 */
@Controller("/api/orders")
class RefundOrder {
  private static final Duration BUDGET = Duration.ofSeconds(8);

  private final Settlement settlement;
  private final InstantSource clock;

  RefundOrder(Settlement settlement, InstantSource clock) {
    this.settlement = settlement;
    this.clock = clock;
  }

  @Post("/{id}/refund")
  @Operation(operationId = "RefundOrder", summary = "Pay a confirmed order back", tags = "orders")
  @ApiResponse(
      responseCode = "200",
      description = "The order, paid back",
      content = @Content(schema = @Schema(implementation = Order.class)))
  @ApiResponse(
      responseCode = "202",
      description = "The order, whose refund takes a while",
      content = @Content(schema = @Schema(implementation = Order.class)))
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
  @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
  @ForAdministrators
  HttpResponse<Order> refund(
      Administrator administrator,
      @Parameter(schema = @Schema(pattern = OrderIds.SHAPE)) String id) {
    var deadline = Deadline.within(BUDGET, clock);
    try (var _ = deadline.enter()) {
      var order = settlement.refund(OrderIds.existing(id), deadline);
      return order.status() == OrderStatus.REFUNDED
          ? HttpResponse.ok(order)
          : HttpResponse.accepted().body(order);
    }
  }
}
