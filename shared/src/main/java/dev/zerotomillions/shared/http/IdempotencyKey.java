package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.problem.IdempotencyKeyMalformed;
import dev.zerotomillions.shared.problem.IdempotencyKeyMissing;
import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A client's key for one request.
 *
 * @param id tells the caller, the endpoint and the key; the key cannot be read from it
 * @param fingerprint tells the body; keyed with the client's key, so that what is stored gives no
 *     hold for guessing a password that the body held
 */
public record IdempotencyKey(String id, String fingerprint) {
  private static final Pattern SHAPE = Pattern.compile("[!-~]{1,128}");

  /**
   * The key of a request.
   *
   * @param caller who asks; keys of different callers never meet
   * @param body what was asked, as the record that it was bound to
   * @throws IdempotencyKeyMissing if the header is missing
   * @throws IdempotencyKeyMalformed if it is no usable key
   */
  public static IdempotencyKey of(HttpRequest<?> request, String caller, Object body) {
    String key = request.getHeaders().get("Idempotency-Key");
    if (key == null || key.isEmpty()) {
      throw new IdempotencyKeyMissing();
    }
    if (!SHAPE.matcher(key).matches()) {
      throw new IdempotencyKeyMalformed();
    }
    String scope = caller + '\n' + request.getMethodName() + '\n' + request.getPath();
    byte[] secret = key.getBytes(StandardCharsets.US_ASCII);
    return new IdempotencyKey(
        Hmac.hex(secret, scope.getBytes(StandardCharsets.UTF_8)),
        Hmac.hex(secret, Json.write(body)));
  }
}
