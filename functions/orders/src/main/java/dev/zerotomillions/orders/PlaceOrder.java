package dev.zerotomillions.orders;

import dev.zerotomillions.shared.auth.Caller;
import dev.zerotomillions.shared.docs.ForCustomers;
import dev.zerotomillions.shared.docs.Idempotent;
import dev.zerotomillions.shared.docs.TakesBody;
import dev.zerotomillions.shared.http.Answer;
import dev.zerotomillions.shared.http.Idempotency;
import dev.zerotomillions.shared.http.IdempotencyKey;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** {@code POST /api/orders}: orders what the customer wants, at the prices that they saw. */
@Controller("/api/orders")
class PlaceOrder {
  private final Orders orders;
  private final Checkout checkout;
  private final Idempotency idempotency;
  private final OrderIds ids;
  private final InstantSource clock;

  PlaceOrder(
      Orders orders,
      Checkout checkout,
      Idempotency idempotency,
      OrderIds ids,
      InstantSource clock) {
    this.orders = orders;
    this.checkout = checkout;
    this.idempotency = idempotency;
    this.ids = ids;
    this.clock = clock;
  }

  @Post
  @Operation(
      operationId = "PlaceOrder",
      summary = "Order products at the prices seen",
      tags = "orders")
  @ApiResponse(
      responseCode = "201",
      description = "The order, confirmed",
      content = @Content(schema = @Schema(implementation = Order.class)))
  @ApiResponse(
      responseCode = "202",
      description = "The order, still to be settled",
      content = @Content(schema = @Schema(implementation = Order.class)))
  @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
  @ForCustomers
  @TakesBody
  @Idempotent
  HttpResponse<?> place(Caller caller, HttpRequest<?> request, @Body NewOrder wanted) {
    var key = IdempotencyKey.of(request, caller.id(), wanted);
    return idempotency.once(orders.table(), key, () -> plan(caller.id(), wanted));
  }

  private Idempotency.Plan plan(String customerId, NewOrder wanted) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var opening = checkout.open(Order.placed(ids.next(customerId), customerId, wanted, now));
    var order = opening.order();
    int status = order.status() == OrderStatus.PENDING ? 202 : 201;
    return new Idempotency.Plan(
        Answer.of(status, "/api/orders/" + order.id(), order), opening.changes());
  }
}
