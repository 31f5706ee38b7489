package dev.zerotomillions.payments;

import dev.zerotomillions.shared.http.Hmac;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The header {@code Stripe-Signature}: when the webhook was signed, and one signature for each
 * secret that is valid at the time.
 */
record WebhookSignature(long time, List<String> signatures) {
  static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final int MOST_PARTS = 16;

  WebhookSignature {
    signatures = List.copyOf(signatures);
  }

  /**
   * Reads the header.
   *
   * @throws WebhookRefused if it is none
   */
  static WebhookSignature parse(String header) {
    long time = -1;
    List<String> signatures = new ArrayList<>();
    for (String part : header.split(",", MOST_PARTS)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? "" : part.substring(0, equals).strip();
      String value = part.substring(equals + 1).strip();
      if (name.equals("t") && value.matches("\\d{1,12}")) {
        time = Long.parseLong(value);
      } else if (name.equals("v1")) {
        signatures.add(value);
      }
    }
    if (time < 0 || signatures.isEmpty()) {
      throw WebhookRefused.unsigned();
    }
    return new WebhookSignature(time, signatures);
  }

  /**
   * Makes sure that the body is the provider's, and no recording of long ago.
   *
   * @throws WebhookRefused if it is not
   */
  void verify(String body, String secret, Instant now) {
    var signed = time + "." + body;
    byte[] expected =
        Hmac.hex(secret.getBytes(StandardCharsets.UTF_8), signed.getBytes(StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.US_ASCII);
    boolean genuine = false;
    for (String signature : signatures) {
      // All are compared, and each in constant time, so that the time taken tells nothing.
      genuine |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }
    if (!genuine) {
      throw WebhookRefused.forged();
    }
    if (Duration.between(Instant.ofEpochSecond(time), now).abs().compareTo(TOLERANCE) > 0) {
      throw WebhookRefused.old();
    }
  }
}
