package dev.zerotomillions.users;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a session is renewed by: names the session and proves possession of its latest secret.
 *
 * <p>All tokens of a session are one family. The table keeps the digest of the latest secret, so a
 * token with an earlier one is known as a replay.
 */
record RefreshToken(String userId, String sessionId, String secret) {
  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  static RefreshToken issue(String userId, String sessionId) {
    var secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return new RefreshToken(
        userId, sessionId, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  String text() {
    return userId + "." + sessionId + "." + secret;
  }

  /** What the table keeps of the secret; that is random enough to need no salt. */
  String digest() {
    return Sha256.hex(secret);
  }
}
