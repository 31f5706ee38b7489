package dev.zerotomillions.sandbox;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
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
  @Operation(operationId = "RetrievePaymentIntent", tags = "sandbox")
  Map<String, Object> retrieve(ApiKey key, String id) {
    var intent = intents.get(id);
    calls.look(intent);
    return StripeObjects.intent(intent);
  }
}
