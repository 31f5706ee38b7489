package dev.zerotomillions.sandbox;

import dev.zerotomillions.shared.http.RawBody;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
  @Operation(
      operationId = "CancelPaymentIntent",
      summary = "Have nothing taken any more",
      tags = "sandbox")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/x-www-form-urlencoded",
              schema = @Schema(ref = "#/components/schemas/CancelForm")))
  @ApiResponse(
      responseCode = "200",
      description = "The intent, canceled",
      headers =
          @Header(name = "Idempotent-Replayed", ref = "#/components/headers/Idempotent-Replayed"),
      content = @Content(schema = @Schema(ref = "#/components/schemas/PaymentIntent")))
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NoSuchIntent")
  @StripeCall
  @StripeWrite
  HttpResponse<?> cancel(
      @Parameter(hidden = true) ApiKey key,
      HttpRequest<?> request,
      @Parameter(schema = @Schema(pattern = Intents.ID)) String id,
      @Parameter(hidden = true) RawBody body) {
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
