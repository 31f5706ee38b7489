package dev.zerotomillions.payments;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.data.Parameters;
import dev.zerotomillions.shared.events.Outbox;
import dev.zerotomillions.shared.http.RawBody;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/payments/webhook}: the provider tells what became of a payment. What it tells is
 * taken as a hint to ask it, so that it doesn't matter in which order its webhooks arrive.
 */
@Controller("/api/payments")
class ReceivePaymentWebhook {
  /** The provider waits longer, and comes again if it doesn't. */
  private static final Duration BUDGET = Duration.ofSeconds(8);

  private final Ledger ledger;
  private final Settlement settlement;
  private final PaymentReturns returns;
  private final SeenWebhooks seen;
  private final Outbox outbox;
  private final ProviderSecret secret;
  private final InstantSource clock;

  ReceivePaymentWebhook(
      Ledger ledger,
      Settlement settlement,
      PaymentReturns returns,
      SeenWebhooks seen,
      Outbox outbox,
      Settings settings,
      Parameters parameters,
      InstantSource clock) {
    this.ledger = ledger;
    this.settlement = settlement;
    this.returns = returns;
    this.seen = seen;
    this.outbox = outbox;
    this.secret =
        new ProviderSecret(parameters, settings.required("WEBHOOK_SECRET_PARAMETER"), clock);
    this.clock = clock;
  }

  @Post("/webhook")
  @Consumes(MediaType.ALL)
  @Operation(
      operationId = "ReceivePaymentWebhook",
      summary = "The payment provider's webhook",
      tags = "payments")
  @RequestBody(
      required = true,
      description = "An event of Stripe's, as it was signed",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(ref = "#/components/schemas/StripeEvent")))
  @ApiResponse(
      responseCode = "200",
      description = "Taken",
      content = @Content(schema = @Schema(ref = "#/components/schemas/WebhookReceived")))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/BadRequest")
  @ApiResponse(responseCode = "413", ref = "#/components/responses/PayloadTooLarge")
  Map<String, Object> receive(
      @Header("Stripe-Signature") @Nullable String signature,
      @Parameter(hidden = true) RawBody body) {
    WebhookSignature.parse(signature == null ? "" : signature)
        .verify(body.text(), secret.value(), clock.instant());
    var event = WebhookEvent.parse(body.text());
    if (event.tellsOfPayment() && !seen.contains(event)) {
      event.orderId().flatMap(ledger::find).ifPresent(payment -> follow(event, payment));
      seen.add(event);
    }
    return Map.of("received", true);
  }

  private void follow(WebhookEvent event, Payment payment) {
    var deadline = Deadline.within(BUDGET, clock);
    var moved =
        event.tellsOfRefund()
            ? returns.giveBack(payment.orderId(), deadline)
            : settlement.settle(payment, deadline);
    outbox.deliver(moved.events());
  }
}
