package dev.zerotomillions.sandbox;

import dev.zerotomillions.shared.data.Money;
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
import org.jspecify.annotations.Nullable;

/** {@code POST /sandbox/v1/payment_intents}: the intent to take an amount, not yet confirmed. */
@Controller("/sandbox/v1/payment_intents")
class CreatePaymentIntent {
  private static final String TOKEN = "payment_method_data[card][token]";
  private static final Set<String> KNOWN =
      Set.of(
          "amount",
          "currency",
          "payment_method_data[type]",
          TOKEN,
          "payment_method_types[]",
          "payment_method_types[0]",
          "description");

  private final Intents intents;
  private final Calls calls;
  private final UuidV7 ids;
  private final InstantSource clock;

  CreatePaymentIntent(Intents intents, Calls calls, UuidV7 ids, InstantSource clock) {
    this.intents = intents;
    this.calls = calls;
    this.ids = ids;
    this.clock = clock;
  }

  @Post
  @Consumes(MediaType.ALL)
  @Operation(
      operationId = "CreatePaymentIntent",
      summary = "Make the intent to take an amount",
      tags = "sandbox")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/x-www-form-urlencoded",
              schema = @Schema(ref = "#/components/schemas/IntentForm")))
  @ApiResponse(
      responseCode = "200",
      description = "The intent",
      headers =
          @Header(name = "Idempotent-Replayed", ref = "#/components/headers/Idempotent-Replayed"),
      content = @Content(schema = @Schema(ref = "#/components/schemas/PaymentIntent")))
  @StripeCall
  @StripeWrite
  HttpResponse<?> create(
      @Parameter(hidden = true) ApiKey key,
      HttpRequest<?> request,
      @Parameter(hidden = true) RawBody body) {
    var form = Form.of(body).only(name -> KNOWN.contains(name) || Form.isMetadata(name));
    var token = token(form);
    long amount = form.whole("amount");
    if (amount < 1 || amount > Money.MAX) {
      throw RequestRefused.amountTooSmall();
    }
    var currency = form.required("currency");
    if (!currency.matches("[a-z]{3}")) {
      throw RequestRefused.parameterInvalid("currency", "three lower-case letters");
    }
    return calls.once(
        request,
        form,
        _ -> {
          var intent = intent(form, amount, currency, token);
          return Outcome.done(token, StripeObjects.intent(intent), intents.insert(intent));
        });
  }

  private static @Nullable String token(Form form) {
    var token = form.text(TOKEN).orElse(null);
    if (token != null && TestToken.parse(token).isEmpty()) {
      throw RequestRefused.noSuchToken(TOKEN);
    }
    return token;
  }

  private Intent intent(Form form, long amount, String currency, @Nullable String token) {
    return new Intent(
        ids.next("pi").replace("-", ""),
        amount,
        currency,
        token,
        token == null ? IntentStatus.REQUIRES_PAYMENT_METHOD : IntentStatus.REQUIRES_CONFIRMATION,
        null,
        null,
        0,
        form.metadata(),
        clock.instant(),
        1);
  }
}
