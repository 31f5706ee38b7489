package dev.zerotomillions.orders;

import dev.zerotomillions.shared.auth.ServiceCaller;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.docs.TakesBody;
import dev.zerotomillions.shared.events.Event;
import dev.zerotomillions.shared.problem.NotFound;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /internal/orders/events}: takes an event of a payment, upon which its order is
 * driven. What the event says is not relied on: the order's own next step asks. So it does no harm
 * if an event comes late, twice, or after a later one.
 */
@Controller("/internal/orders/events")
class ReceiveOrderEvents {
  private static final Logger LOG = LoggerFactory.getLogger(ReceiveOrderEvents.class);
  private static final Duration BUDGET = Duration.ofSeconds(8);

  private final Settlement settlement;
  private final InstantSource clock;

  ReceiveOrderEvents(Settlement settlement, InstantSource clock) {
    this.settlement = settlement;
    this.clock = clock;
  }

  @Introspected
  record PaymentData(String orderId) {}

  @Post
  @Operation(
      operationId = "ReceiveOrderEvents",
      summary = "Take an event upon which an order goes on",
      tags = "internal")
  @ApiResponse(responseCode = "204", description = "The event is taken")
  @TakesBody
  HttpResponse<?> receive(ServiceCaller caller, @Body Event event) {
    switch (event.type()) {
      case "payment.succeeded", "payment.declined", "payment.refunded" ->
          drive(event.data(PaymentData.class).orderId());
      default -> {
        // A type that is newer than we are, and of which no order waits.
      }
    }
    return HttpResponse.noContent();
  }

  private void drive(String orderId) {
    var deadline = Deadline.within(BUDGET, clock);
    try (var _ = deadline.enter()) {
      settlement.advance(orderId, deadline);
    } catch (NotFound e) {
      LOG.warn("There is a payment of {}, but no such order", orderId);
    }
  }
}
