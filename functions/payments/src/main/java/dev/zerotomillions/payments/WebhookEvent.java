package dev.zerotomillions.payments;

import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.problem.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the provider tells of.
 *
 * @param orderId the order that the payment's metadata names; empty if it is none of ours
 * @param refunded whether all of a charge was given back
 */
record WebhookEvent(String id, String type, Optional<String> orderId, boolean refunded) {

  /**
   * Reads a webhook's body.
   *
   * @throws WebhookRefused if it is no event
   */
  static WebhookEvent parse(String body) {
    Map<?, ?> event = object(read(body));
    if (!(event.get("id") instanceof String id)
        || !(event.get("type") instanceof String type)
        || !id.matches("evt_[A-Za-z0-9_]{1,100}")) {
      throw WebhookRefused.malformed();
    }
    Map<?, ?> subject = object(object(event.get("data")).get("object"));
    Optional<String> orderId =
        object(subject.get("metadata")).get("orderId") instanceof String named
            ? Optional.of(named).filter(OrderIds::isValid)
            : Optional.empty();
    return new WebhookEvent(id, type, orderId, Boolean.TRUE.equals(subject.get("refunded")));
  }

  /** Whether it tells that somebody gave the money back, perhaps in the provider's dashboard. */
  boolean tellsOfRefund() {
    return type.equals("charge.refunded") && refunded;
  }

  /** Whether it tells of a payment at all. */
  boolean tellsOfPayment() {
    return type.startsWith("payment_intent.") || tellsOfRefund();
  }

  private static @Nullable Object read(String body) {
    try {
      return Json.read(body.getBytes(StandardCharsets.UTF_8));
    } catch (MalformedJson e) {
      throw WebhookRefused.malformed();
    }
  }

  private static Map<?, ?> object(@Nullable Object value) {
    return value instanceof Map<?, ?> members ? members : Map.of();
  }
}
