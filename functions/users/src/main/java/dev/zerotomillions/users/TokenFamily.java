package dev.zerotomillions.users;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * All refresh tokens that a session ever has, of which the latest alone is good.
 *
 * <p>The secret of each ends in a tag made with the family's key, so that an earlier token, which
 * betrays a theft, can be told from one that was never ours, which betrays nothing and must not end
 * anyone's session.
 *
 * @param key stays in the table; whoever reads it there still lacks the latest secret
 */
record TokenFamily(String userId, String sessionId, String key) {
  private static final int RANDOM_BYTES = 20;
  private static final int TAG_BYTES = 12;
  private static final int KEY_BYTES = 32;
  private static final String HMAC = "HmacSHA256";
  private static final SecureRandom RANDOM = new SecureRandom();

  static TokenFamily begin(String userId, String sessionId) {
    var key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return new TokenFamily(userId, sessionId, Base64.getEncoder().encodeToString(key));
  }

  /** A token that the family has not had yet. */
  RefreshToken next() {
    var random = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(random);
    var secret = Arrays.copyOf(random, RANDOM_BYTES + TAG_BYTES);
    System.arraycopy(tag(random), 0, secret, RANDOM_BYTES, TAG_BYTES);
    return new RefreshToken(
        userId, sessionId, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** Whether the token was ever one of the family's. */
  boolean issued(RefreshToken token) {
    var secret = Base64.getUrlDecoder().decode(token.secret());
    var random = Arrays.copyOf(secret, RANDOM_BYTES);
    var claimed = Arrays.copyOfRange(secret, RANDOM_BYTES, RANDOM_BYTES + TAG_BYTES);
    return MessageDigest.isEqual(tag(random), claimed);
  }

  private byte[] tag(byte[] random) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), HMAC));
      return Arrays.copyOf(mac.doFinal(random), TAG_BYTES);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java runtime has " + HMAC, e);
    }
  }
}
