package dev.zerotomillions.orders;

import dev.zerotomillions.shared.auth.ServiceCaller;
import dev.zerotomillions.shared.http.Cursors;
import dev.zerotomillions.shared.http.CustomerIds;
import dev.zerotomillions.shared.http.Limits;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /internal/orders?customerId=}: what a customer ordered, the latest first, for a
 * service that acts for them.
 */
@Controller("/internal/orders")
class ListCustomerOrders {
  private final Orders orders;
  private final Cursors cursors;

  ListCustomerOrders(Orders orders, Cursors cursors) {
    this.orders = orders;
    this.cursors = cursors;
  }

  @Get
  @Operation(
      operationId = "ListCustomerOrders",
      summary = "A customer's orders, latest first",
      tags = "internal")
  @ApiResponse(
      responseCode = "200",
      description = "Some of the orders",
      content = @Content(schema = @Schema(implementation = OrderPage.class)))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/BadRequest")
  OrderPage list(
      ServiceCaller caller,
      @Parameter(schema = @Schema(minLength = 1, maxLength = CustomerIds.LONGEST)) @QueryValue
          String customerId,
      @QueryValue @Nullable Integer limit,
      @QueryValue @Nullable String cursor) {
    CustomerIds.check(customerId);
    var list = "ListCustomerOrders\n" + customerId;
    var page = orders.list(customerId, Limits.limit(limit), cursors.open(list, cursor));
    return new OrderPage(
        page.rows().stream().map(OrderRow::order).toList(), cursors.seal(list, page.next()));
  }
}
