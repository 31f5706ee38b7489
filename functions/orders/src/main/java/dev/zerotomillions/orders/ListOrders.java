package dev.zerotomillions.orders;

import dev.zerotomillions.shared.auth.Caller;
import dev.zerotomillions.shared.docs.ForCustomers;
import dev.zerotomillions.shared.http.Cursors;
import dev.zerotomillions.shared.http.Limits;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/orders}: the customer's own orders, the latest first. */
@Controller("/api/orders")
class ListOrders {
  private final Orders orders;
  private final Cursors cursors;

  ListOrders(Orders orders, Cursors cursors) {
    this.orders = orders;
    this.cursors = cursors;
  }

  @Get
  @Operation(
      operationId = "ListOrders",
      summary = "One's own orders, latest first",
      tags = "orders")
  @ApiResponse(
      responseCode = "200",
      description = "Some of the orders",
      content = @Content(schema = @Schema(implementation = OrderPage.class)))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/BadRequest")
  @ForCustomers
  OrderPage list(
      Caller caller, @QueryValue @Nullable Integer limit, @QueryValue @Nullable String cursor) {
    // A cursor is the customer's own: with another's it would begin in another's list.
    var list = "ListOrders\n" + caller.id();
    var page = orders.list(caller.id(), Limits.limit(limit), cursors.open(list, cursor));
    return new OrderPage(
        page.rows().stream().map(OrderRow::order).toList(), cursors.seal(list, page.next()));
  }
}
