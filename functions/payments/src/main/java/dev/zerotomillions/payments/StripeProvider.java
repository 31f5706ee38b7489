package dev.zerotomillions.payments;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.data.Parameters;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stripe, or whatever speaks its API at {@code PAYMENT_PROVIDER_URL}. */
@Singleton
class StripeProvider implements PaymentProvider {
  private static final Logger LOG = LoggerFactory.getLogger(StripeProvider.class);
  private static final String INTENTS = "/v1/payment_intents";

  /** Refusals that are about the customer's card or amount; all others are a mistake of ours. */
  private static final Set<String> REFUSALS =
      Set.of(
          "amount_too_large",
          "amount_too_small",
          "invalid_card_type",
          "resource_missing",
          "token_already_used",
          "token_in_use");

  private final StripeHttp http;

  StripeProvider(
      Settings settings, Parameters parameters, ProviderCircuit circuit, InstantSource clock) {
    this.http =
        new StripeHttp(
            settings.required("PAYMENT_PROVIDER_URL"),
            new ProviderSecret(parameters, settings.required("PAYMENT_KEY_PARAMETER"), clock),
            circuit,
            clock);
  }

  @Override
  public Creation create(NewIntent intent, String key, Deadline deadline) {
    var answer = http.post(INTENTS, form(intent), key, deadline);
    if (answer.isOk()) {
      return new Creation.Created(answer.text("id").orElseThrow(ProviderUnavailable::failed));
    }
    var code = answer.error("code").orElse("");
    if (answer.status() == 402 || (answer.status() == 400 && REFUSALS.contains(code))) {
      return new Creation.Refused(answer.error("decline_code").orElse(code));
    }
    throw failure("create", answer);
  }

  private static Map<String, String> form(NewIntent intent) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("amount", Long.toString(intent.amount().amount()));
    form.put("currency", intent.amount().currency().toLowerCase(Locale.ROOT));
    form.put("metadata[orderId]", intent.orderId());
    form.put("payment_method_types[]", "card");
    form.put("payment_method_data[type]", "card");
    form.put("payment_method_data[card][token]", intent.token());
    return form;
  }

  @Override
  public IntentState look(String intentId, Deadline deadline) {
    var answer = http.get(INTENTS + "/" + intentId, deadline);
    if (answer.isOk()) {
      return answer.intent().orElseThrow(ProviderUnavailable::failed);
    }
    throw failure("look", answer);
  }

  @Override
  public IntentState confirm(String intentId, String key, Deadline deadline) {
    var path = INTENTS + "/" + intentId + "/confirm";
    return state(
        "confirm", http.post(path, Map.of("error_on_requires_action", "true"), key, deadline));
  }

  @Override
  public IntentState cancel(String intentId, String key, Deadline deadline) {
    var path = INTENTS + "/" + intentId + "/cancel";
    return state("cancel", http.post(path, Map.of(), key, deadline));
  }

  /** What became of the intent; a declined card and a state that is past it tell that as well. */
  private static IntentState state(String step, StripeAnswer answer) {
    boolean tells = answer.isOk() || answer.status() == 400 || answer.status() == 402;
    var state = tells ? answer.intent() : Optional.<IntentState>empty();
    return state.orElseThrow(() -> failure(step, answer));
  }

  @Override
  public void refund(String intentId, String key, Deadline deadline) {
    var answer = http.post("/v1/refunds", Map.of("payment_intent", intentId), key, deadline);
    boolean before = answer.error("code").filter("charge_already_refunded"::equals).isPresent();
    // A refund that is pending is the provider's to carry out, and no more ours.
    boolean done =
        answer.isOk()
            && answer.text("status").filter(Set.of("succeeded", "pending")::contains).isPresent();
    if (!before && !done) {
      throw failure("refund", answer);
    }
  }

  @Override
  public void check(Deadline deadline) {
    var answer = http.get("/v1/balance", deadline);
    if (!answer.isOk()) {
      throw failure("check", answer);
    }
  }

  private static ProviderUnavailable failure(String step, StripeAnswer answer) {
    LOG.error(
        "The payment provider answered {} {} {} to {}",
        answer.status(),
        answer.error("type").orElse("without an error"),
        answer.error("code").orElse(""),
        step);
    return answer.status() == 429 || answer.status() == 409
        ? ProviderUnavailable.busy()
        : ProviderUnavailable.failed();
  }
}
