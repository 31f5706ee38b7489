package dev.zerotomillions.shared.auth;

import dev.zerotomillions.shared.problem.Problem;

/**
 * A request that needs an access token came without one that holds; the detail says what is wrong.
 */
public final class InvalidToken extends Problem {

  private InvalidToken(String detail, String challenge) {
    super(401, "unauthorized", "Unauthorized", detail);
    header("WWW-Authenticate", challenge);
  }

  /** The request bears no token at all, so by RFC 6750 the challenge names no error. */
  static InvalidToken missing() {
    return new InvalidToken("This needs an access token: Authorization: Bearer <token>.", "Bearer");
  }

  /** The token is genuine, but its user logged out, was erased, or changed the password since. */
  public static InvalidToken ofEndedSession() {
    return because("The token's session has ended; log in again.");
  }

  static InvalidToken because(String detail) {
    return new InvalidToken(
        detail, "Bearer error=\"invalid_token\", error_description=\"" + detail + "\"");
  }
}
