package dev.zerotomillions.payments;

import dev.zerotomillions.shared.auth.ServiceCaller;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.docs.TakesBody;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.time.InstantSource;

/**
 * {@code PUT /internal/payments/{orderId}}: takes an order's amount, once however often it is asked
 * to; asked again, it goes on where it was interrupted.
 */
@Controller("/internal/payments")
class ChargePayment {
  private static final Duration BUDGET = Duration.ofSeconds(8);

  private final Ledger ledger;
  private final Settlement settlement;
  private final InstantSource clock;

  ChargePayment(Ledger ledger, Settlement settlement, InstantSource clock) {
    this.ledger = ledger;
    this.settlement = settlement;
    this.clock = clock;
  }

  @Put("/{orderId}")
  @Operation(operationId = "ChargePayment", summary = "Take an order's amount", tags = "internal")
  @ApiResponse(
      responseCode = "200",
      description = "The payment; while it is PROCESSING, ask again or wait for its event",
      content = @Content(schema = @Schema(implementation = PaymentAnswer.class)))
  @ApiResponse(responseCode = "409", ref = "#/components/responses/Conflict")
  @TakesBody
  PaymentAnswer charge(ServiceCaller caller, String orderId, @Body Charge charge) {
    var payment = ledger.open(OrderIds.valid(orderId), charge);
    if (!payment.matches(charge)) {
      throw new PaymentDiffers(orderId);
    }
    // Who asked is told by the answer; the events are for when the answer gets lost, and wait for
    // the relay.
    return PaymentAnswer.of(settlement.settle(payment, Deadline.within(BUDGET, clock)).payment());
  }
}
