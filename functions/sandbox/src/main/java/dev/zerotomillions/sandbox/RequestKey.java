package dev.zerotomillions.sandbox;

import dev.zerotomillions.shared.http.Hmac;
import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A call's Idempotency-Key.
 *
 * @param fingerprint tells what was asked for under it
 */
record RequestKey(String key, String fingerprint) {
  private static final int LONGEST = 255;

  /** Returns null if the call has no key, which Stripe leaves to the caller. */
  static @Nullable RequestKey of(HttpRequest<?> request, Form form) {
    var key = request.getHeaders().get("Idempotency-Key");
    if (key == null || key.isEmpty()) {
      return null;
    }
    if (key.length() > LONGEST) {
      throw RequestRefused.parameterInvalid(
          "Idempotency-Key", "at most " + LONGEST + " characters");
    }
    var asked = request.getPath() + '\n' + form.canonical();
    return new RequestKey(
        key,
        Hmac.hex(key.getBytes(StandardCharsets.UTF_8), asked.getBytes(StandardCharsets.UTF_8)));
  }
}
