package dev.zerotomillions.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sandbox's things as the JSON objects that Stripe makes of them; what is null is left out. */
final class StripeObjects {
  static final String API_VERSION = "2025-09-30.clover";

  private StripeObjects() {}

  static Map<String, Object> intent(Intent intent) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", intent.id());
    json.put("object", "payment_intent");
    json.put("amount", intent.amount());
    json.put("amount_received", received(intent));
    json.put("capture_method", "automatic");
    json.put("created", intent.created().getEpochSecond());
    json.put("currency", intent.currency());
    json.put("livemode", false);
    json.put("metadata", intent.metadata());
    json.put("payment_method_types", List.of("card"));
    json.put("status", intent.status().label());
    if (intent.status() == IntentStatus.SUCCEEDED) {
      json.put("latest_charge", charge(intent));
    }
    var declineCode = intent.declineCode();
    if (declineCode != null) {
      json.put(
          "last_payment_error",
          Map.of(
              "type",
              "card_error",
              "code",
              "card_declined",
              "decline_code",
              declineCode,
              "message",
              CardDeclined.message(declineCode)));
    }
    return json;
  }

  private static long received(Intent intent) {
    return intent.status() == IntentStatus.SUCCEEDED ? intent.amount() : 0;
  }

  /** An intent takes once, so its id tells its charge as well. */
  private static String charge(Intent intent) {
    return "ch_" + intent.id().substring("pi_".length());
  }

  static Map<String, Object> refund(String id, Intent intent, long amount, Instant now) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("object", "refund");
    json.put("amount", amount);
    json.put("charge", charge(intent));
    json.put("created", now.getEpochSecond());
    json.put("currency", intent.currency());
    json.put("payment_intent", intent.id());
    json.put("status", "succeeded");
    return json;
  }

  static Map<String, Object> refundedCharge(Intent intent) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", charge(intent));
    json.put("object", "charge");
    json.put("amount", intent.amount());
    json.put("amount_refunded", intent.amountRefunded());
    json.put("currency", intent.currency());
    json.put("metadata", intent.metadata());
    json.put("payment_intent", intent.id());
    json.put("refunded", intent.amountRefunded() == intent.amount());
    json.put("status", "succeeded");
    return json;
  }

  static Map<String, Object> event(
      String id, String type, Map<String, Object> object, Instant created) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("object", "event");
    json.put("api_version", API_VERSION);
    json.put("created", created.getEpochSecond());
    json.put("data", Map.of("object", object));
    json.put("livemode", false);
    json.put("pending_webhooks", 1);
    json.put("type", type);
    return json;
  }
}
