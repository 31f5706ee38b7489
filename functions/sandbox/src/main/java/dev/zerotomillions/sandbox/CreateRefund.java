package dev.zerotomillions.sandbox;

import dev.zerotomillions.shared.data.UuidV7;
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
import java.util.Set;

/** {@code POST /sandbox/v1/refunds}: gives back what an intent took, or a part of it. */
@Controller("/sandbox/v1/refunds")
class CreateRefund {
  private static final Set<String> KNOWN = Set.of("payment_intent", "amount", "reason");

  private final Intents intents;
  private final Webhooks webhooks;
  private final Calls calls;
  private final UuidV7 ids;
  private final InstantSource clock;

  CreateRefund(Intents intents, Webhooks webhooks, Calls calls, UuidV7 ids, InstantSource clock) {
    this.intents = intents;
    this.webhooks = webhooks;
    this.calls = calls;
    this.ids = ids;
    this.clock = clock;
  }

  @Post
  @Consumes(MediaType.ALL)
  @Operation(
      operationId = "CreateRefund",
      summary = "Give back what an intent took, or a part of it",
      tags = "sandbox")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/x-www-form-urlencoded",
              schema = @Schema(ref = "#/components/schemas/RefundForm")))
  @ApiResponse(
      responseCode = "200",
      description = "The refund",
      headers =
          @Header(name = "Idempotent-Replayed", ref = "#/components/headers/Idempotent-Replayed"),
      content = @Content(schema = @Schema(ref = "#/components/schemas/Refund")))
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NoSuchIntent")
  @StripeCall
  @StripeWrite
  HttpResponse<?> refund(
      @Parameter(hidden = true) ApiKey key,
      HttpRequest<?> request,
      @Parameter(hidden = true) RawBody body) {
    var form = Form.of(body).only(KNOWN::contains);
    return calls.once(request, form, _ -> plan(form));
  }

  private Outcome plan(Form form) {
    var intent = intents.get(form.required("payment_intent"));
    if (intent.status() != IntentStatus.SUCCEEDED) {
      throw RequestRefused.unexpectedState("refund", intent);
    }
    long left = intent.amount() - intent.amountRefunded();
    if (left == 0) {
      throw RequestRefused.alreadyRefunded(intent);
    }
    long amount = form.text("amount").isPresent() ? form.whole("amount") : left;
    if (amount < 1 || amount > left) {
      throw RequestRefused.parameterInvalid("amount", "from 1 to what is left of the charge");
    }
    var now = clock.instant();
    var next = intent.refunded(amount);
    return Outcome.done(
        intent.token(),
        StripeObjects.refund(ids.next("re").replace("-", ""), intent, amount, now),
        intents.replace(intent, next),
        webhooks.due("charge.refunded", StripeObjects.refundedCharge(next), now));
  }
}
