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
import java.time.Duration;
import java.time.InstantSource;

/** {@code POST /sandbox/v1/payment_intents/{id}/confirm}: takes the amount, or tries to. */
@Controller("/sandbox/v1/payment_intents")
class ConfirmPaymentIntent {
  private final Intents intents;
  private final Webhooks webhooks;
  private final Calls calls;
  private final Slowness slowness;
  private final InstantSource clock;

  ConfirmPaymentIntent(
      Intents intents, Webhooks webhooks, Calls calls, Slowness slowness, InstantSource clock) {
    this.intents = intents;
    this.webhooks = webhooks;
    this.calls = calls;
    this.slowness = slowness;
    this.clock = clock;
  }

  @Post("/{id}/confirm")
  @Consumes(MediaType.ALL)
  @Operation(operationId = "ConfirmPaymentIntent", summary = "Take the amount", tags = "sandbox")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/x-www-form-urlencoded",
              schema = @Schema(ref = "#/components/schemas/ConfirmForm")))
  @ApiResponse(
      responseCode = "200",
      description = "The intent, succeeded or processing",
      headers =
          @Header(name = "Idempotent-Replayed", ref = "#/components/headers/Idempotent-Replayed"),
      content = @Content(schema = @Schema(ref = "#/components/schemas/PaymentIntent")))
  @ApiResponse(responseCode = "402", ref = "#/components/responses/CardDeclined")
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NoSuchIntent")
  @StripeCall
  @StripeWrite
  HttpResponse<?> confirm(
      @Parameter(hidden = true) ApiKey key,
      HttpRequest<?> request,
      @Parameter(schema = @Schema(pattern = Intents.ID)) String id,
      @Parameter(hidden = true) RawBody body) {
    var form = Form.of(body).only("error_on_requires_action"::equals);
    return calls.once(request, form, race -> plan(id, race));
  }

  private Outcome plan(String id, int race) {
    var intent = intents.get(id);
    var token = intent.token();
    if (intent.status() != IntentStatus.REQUIRES_CONFIRMATION || token == null) {
      throw RequestRefused.unexpectedState("confirm", intent);
    }
    var card =
        TestToken.parse(token)
            .orElseThrow(() -> new IllegalStateException("An intent has no test token"));
    return switch (card.behaviour()) {
      case APPROVED, OUTAGE, FLAKY -> succeeded(intent);
      case SLOW -> {
        if (race == 0) {
          slowness.pass(Duration.ofMillis(card.number()));
        }
        yield succeeded(intent);
      }
      case DECLINED -> declined(intent, "generic_decline");
      case INSUFFICIENT_FUNDS -> declined(intent, "insufficient_funds");
      case LATE -> late(intent, Duration.ofMillis(card.number()));
    };
  }

  private Outcome succeeded(Intent intent) {
    var next = intent.succeeded();
    var object = StripeObjects.intent(next);
    return Outcome.done(
        intent.token(),
        object,
        intents.replace(intent, next),
        webhooks.due("payment_intent.succeeded", object, clock.instant()));
  }

  private Outcome declined(Intent intent, String code) {
    var next = intent.declined(code);
    return Outcome.refused(
        intent.token(),
        new CardDeclined(next, code),
        intents.replace(intent, next),
        webhooks.due("payment_intent.payment_failed", StripeObjects.intent(next), clock.instant()));
  }

  /** What is processing can't be cancelled, so that it will succeed is known now. */
  private Outcome late(Intent intent, Duration delay) {
    var settles = clock.instant().plus(delay);
    var next = intent.processing(settles);
    return Outcome.done(
        intent.token(),
        StripeObjects.intent(next),
        intents.replace(intent, next),
        webhooks.due("payment_intent.succeeded", StripeObjects.intent(next.at(settles)), settles));
  }
}
