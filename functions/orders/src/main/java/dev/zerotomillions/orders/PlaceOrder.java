package dev.zerotomillions.orders;

import dev.zerotomillions.shared.auth.Caller;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.docs.ForCustomers;
import dev.zerotomillions.shared.docs.Idempotent;
import dev.zerotomillions.shared.docs.TakesBody;
import dev.zerotomillions.shared.http.Idempotency;
import dev.zerotomillions.shared.http.IdempotencyKey;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** {@code POST /api/orders}: orders what the customer wants, at the prices that they saw. */
@Controller("/api/orders")
class PlaceOrder {
  /** For all of it; an order that isn't settled by then is settled later. */
  private static final Duration BUDGET = Duration.ofSeconds(8);

  private final Orders orders;
  private final Prices prices;
  private final Settlement settlement;
  private final Idempotency idempotency;
  private final OrderIds ids;
  private final InstantSource clock;

  PlaceOrder(
      Orders orders,
      Prices prices,
      Settlement settlement,
      Idempotency idempotency,
      OrderIds ids,
      InstantSource clock) {
    this.orders = orders;
    this.prices = prices;
    this.settlement = settlement;
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
      headers = @Header(name = "Location", ref = "#/components/headers/Location"),
      description = "The order, confirmed",
      content = @Content(schema = @Schema(implementation = Order.class)))
  @ApiResponse(
      responseCode = "202",
      headers = @Header(name = "Location", ref = "#/components/headers/Location"),
      description = "The order, still to be settled; its address tells what comes of it",
      content = @Content(schema = @Schema(implementation = Order.class)))
  @ApiResponse(responseCode = "402", ref = "#/components/responses/PaymentDeclined")
  @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
  @ForCustomers
  @TakesBody
  @Idempotent
  HttpResponse<?> place(Caller caller, HttpRequest<?> request, @Body NewOrder wanted) {
    var key = IdempotencyKey.of(request, caller.id(), wanted);
    var deadline = Deadline.within(BUDGET, clock);
    try (var _ = deadline.enter()) {
      return idempotency.once(
          orders.table(),
          key,
          () -> plan(caller.id(), wanted, deadline),
          placed -> Placement.of(settlement.advance(Placement.orderId(placed), deadline)));
    }
  }

  private Idempotency.Plan plan(String customerId, NewOrder wanted, Deadline deadline) {
    prices.check(wanted.lines(), deadline);
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var order = Order.placed(ids.next(customerId), customerId, wanted, now);
    var opening = orders.open(Tracked.placed(order));
    return new Idempotency.Plan(Placement.of(order), opening.changes(), opening::tell);
  }
}
