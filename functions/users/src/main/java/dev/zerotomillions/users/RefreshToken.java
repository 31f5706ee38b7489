package dev.zerotomillions.users;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a session is renewed by: names the session and proves possession of its latest secret.
 *
 * <p>The table keeps the digest of the latest secret, so a token with an earlier one is known as a
 * replay.
 */
record RefreshToken(String userId, String sessionId, String secret) {
  private static final Pattern SHAPE =
      Pattern.compile("(usr_[0-9a-f-]{36})\\.(ses_[0-9a-f-]{36})\\.([A-Za-z0-9_-]{43})");

  /** The token of the text, if that has a token's form at all. */
  static Optional<RefreshToken> parse(String text) {
    return Optional.of(SHAPE.matcher(text))
        .filter(matcher -> matcher.matches())
        .map(token -> new RefreshToken(token.group(1), token.group(2), token.group(3)));
  }

  String text() {
    return userId + "." + sessionId + "." + secret;
  }

  /** What the table keeps of the secret; that is random enough to need no salt. */
  String digest() {
    return Sha256.hex(secret);
  }
}
