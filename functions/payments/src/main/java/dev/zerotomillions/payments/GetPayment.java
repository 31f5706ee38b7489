package dev.zerotomillions.payments;

import dev.zerotomillions.shared.auth.Caller;
import dev.zerotomillions.shared.docs.ForCustomers;
import dev.zerotomillions.shared.problem.NotFound;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Optional;

/** {@code GET /api/payments/{orderId}}: the payment of one of the customer's own orders. */
@Controller("/api/payments")
class GetPayment {
  private final Payments payments;

  GetPayment(Payments payments) {
    this.payments = payments;
  }

  @Get("/{orderId}")
  @Operation(
      operationId = "GetPayment",
      summary = "The payment of one of one's own orders",
      tags = "payments")
  @ApiResponse(
      responseCode = "200",
      description = "The payment",
      content = @Content(schema = @Schema(implementation = PaymentAnswer.class)))
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
  @ForCustomers
  PaymentAnswer get(Caller caller, String orderId) {
    return Optional.of(orderId)
        .filter(OrderIds::isValid)
        .flatMap(payments::find)
        .filter(payment -> caller.id().equals(payment.customerId()))
        .map(PaymentAnswer::of)
        .orElseThrow(() -> new NotFound("You have no payment for an order of this id."));
  }
}
