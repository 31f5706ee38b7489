package dev.zerotomillions.payments;

import dev.zerotomillions.shared.auth.ServiceCaller;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.events.Outbox;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.time.InstantSource;

/**
 * {@code POST /internal/payments/{orderId}/refund}: makes sure that nothing is, or will be, taken
 * for an order: voids what wasn't taken and refunds what was.
 */
@Controller("/internal/payments")
class ReturnPayment {
  private static final Duration BUDGET = Duration.ofSeconds(8);

  private final PaymentReturns returns;
  private final Outbox outbox;
  private final InstantSource clock;

  ReturnPayment(PaymentReturns returns, Outbox outbox, InstantSource clock) {
    this.returns = returns;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Post("/{orderId}/refund")
  @Operation(
      operationId = "ReturnPayment",
      summary = "Give an order's amount back, or see that it isn't taken",
      tags = "internal")
  @ApiResponse(
      responseCode = "200",
      description = "The payment: VOIDED, DECLINED or REFUNDED",
      content = @Content(schema = @Schema(implementation = PaymentAnswer.class)))
  PaymentAnswer giveBack(ServiceCaller caller, String orderId) {
    var moved = returns.giveBack(OrderIds.valid(orderId), Deadline.within(BUDGET, clock));
    outbox.deliver(moved.events());
    if (!moved.payment().status().isSettled()) {
      throw ProviderUnavailable.undecided();
    }
    return PaymentAnswer.of(moved.payment());
  }
}
