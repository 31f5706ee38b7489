package dev.zerotomillions.sandbox;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Map;

/** {@code GET /sandbox/v1/payment_intents/{id}}: how far an intent has come. */
@Controller("/sandbox/v1/payment_intents")
class RetrievePaymentIntent {
  private final Intents intents;
  private final Calls calls;

  RetrievePaymentIntent(Intents intents, Calls calls) {
    this.intents = intents;
    this.calls = calls;
  }

  @Get("/{id}")
  @Operation(
      operationId = "RetrievePaymentIntent",
      summary = "How far an intent has come",
      tags = "sandbox")
  @ApiResponse(
      responseCode = "200",
      description = "The intent",
      content = @Content(schema = @Schema(ref = "#/components/schemas/PaymentIntent")))
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NoSuchIntent")
  @StripeCall
  Map<String, Object> retrieve(
      @Parameter(hidden = true) ApiKey key,
      @Parameter(schema = @Schema(pattern = Intents.ID)) String id) {
    var intent = intents.get(id);
    calls.look(intent);
    return StripeObjects.intent(intent);
  }
}
