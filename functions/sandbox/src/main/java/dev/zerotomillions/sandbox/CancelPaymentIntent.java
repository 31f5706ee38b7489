package dev.zerotomillions.sandbox;

import dev.zerotomillions.shared.http.RawBody;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import java.time.InstantSource;

/** {@code POST /sandbox/v1/payment_intents/{id}/cancel}: has nothing taken any more. */
@Controller("/sandbox/v1/payment_intents")
class CancelPaymentIntent {
  private final Intents intents;
  private final Webhooks webhooks;
  private final Calls calls;
  private final InstantSource clock;

  CancelPaymentIntent(Intents intents, Webhooks webhooks, Calls calls, InstantSource clock) {
    this.intents = intents;
    this.webhooks = webhooks;
    this.calls = calls;
    this.clock = clock;
  }

  @Post("/{id}/cancel")
  @Consumes(MediaType.ALL)
  @Operation(operationId = "CancelPaymentIntent", tags = "sandbox")
  HttpResponse<?> cancel(ApiKey key, HttpRequest<?> request, String id, RawBody body) {
    var form = Form.of(body).only("cancellation_reason"::equals);
    return calls.once(request, form, _ -> plan(id));
  }

  private Outcome plan(String id) {
    var intent = intents.get(id);
    return switch (intent.status()) {
      case REQUIRES_PAYMENT_METHOD, REQUIRES_CONFIRMATION -> {
        var next = intent.canceled();
        var object = StripeObjects.intent(next);
        yield Outcome.done(
            intent.token(),
            object,
            intents.replace(intent, next),
            webhooks.due("payment_intent.canceled", object, clock.instant()));
      }
      case PROCESSING, SUCCEEDED, CANCELED ->
          throw RequestRefused.unexpectedState("cancel", intent);
    };
  }
}
