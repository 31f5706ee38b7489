package dev.zerotomillions.sandbox;

import dev.zerotomillions.shared.http.Refusal;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpResponseFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal in the form of Stripe's error objects. */
abstract sealed class StripeError extends Refusal permits CardDeclined, Outage, RequestRefused {
  private final int status;
  private final Map<String, Object> members = new LinkedHashMap<>();

  StripeError(int status, String type, String message) {
    super(message);
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

  @Override
  protected final HttpResponse<?> response() {
    return HttpResponseFactory.INSTANCE
        .status(status, null)
        .body(body())
        .contentType("application/json");
  }
}
