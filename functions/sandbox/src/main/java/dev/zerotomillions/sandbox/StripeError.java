package dev.zerotomillions.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal in the form of Stripe's error objects. */
abstract sealed class StripeError extends RuntimeException
    permits CardDeclined, Outage, RequestRefused {
  private final int status;
  private final Map<String, Object> members = new LinkedHashMap<>();

  StripeError(int status, String type, String message) {
    // No stack trace: a refusal is an answer, not a fault.
    super(message, null, false, false);
    this.status = status;
    members.put("type", type);
    members.put("message", message);
  }

  final void member(String name, Object value) {
    members.put(name, value);
  }

  /** Whether it is repeated to whoever comes again with the same Idempotency-Key. */
  boolean isRemembered() {
    return false;
  }

  final int status() {
    return status;
  }

  final Map<String, Object> body() {
    return Map.of("error", members);
  }
}
