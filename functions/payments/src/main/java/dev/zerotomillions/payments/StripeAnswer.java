package dev.zerotomillions.payments;

import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.problem.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Stripe answered. */
record StripeAnswer(int status, Map<?, ?> body) {

  static StripeAnswer of(int status, String text) {
    return new StripeAnswer(status, object(parsed(text)));
  }

  /** What stands between us and the provider may fail in HTML. */
  private static @Nullable Object parsed(String text) {
    try {
      return Json.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (MalformedJson e) {
      return null;
    }
  }

  boolean isOk() {
    return status / 100 == 2;
  }

  Optional<String> text(String name) {
    return text(body, name);
  }

  /** A member of the error object. */
  Optional<String> error(String name) {
    return text(object(body.get("error")), name);
  }

  /** The intent: the answer itself, or the one that an error tells of. */
  Optional<IntentState> intent() {
    var told = isOk() ? body : object(object(body.get("error")).get("payment_intent"));
    return text(told, "status").map(name -> state(name, told));
  }

  private static IntentState state(String name, Map<?, ?> intent) {
    return switch (name) {
      case "requires_confirmation" -> new IntentState.Open();
      case "succeeded" -> new IntentState.Taken();
      case "canceled" -> new IntentState.Cancelled();
      case "requires_payment_method" -> declined(object(intent.get("last_payment_error")));
      // Asked to err instead; nobody here could do what the card's issuer wants.
      case "requires_action" -> new IntentState.Declined("authentication_required");
      default -> new IntentState.Pending();
    };
  }

  private static IntentState declined(Map<?, ?> error) {
    return new IntentState.Declined(
        text(error, "decline_code").or(() -> text(error, "code")).orElse(null));
  }

  private static Optional<String> text(Map<?, ?> object, String name) {
    return object.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private static Map<?, ?> object(@Nullable Object value) {
    return value instanceof Map<?, ?> members ? members : Map.of();
  }
}
