package dev.zerotomillions.users;

import dev.zerotomillions.shared.problem.Problem;

/**
 * The refresh token renews nothing. Whether it was forged, used, expired or of an ended session is
 * not said.
 */
final class InvalidRefreshToken extends Problem {
  InvalidRefreshToken() {
    super(
        401,
        "invalid-refresh-token",
        "Invalid refresh token",
        "The refresh token is not valid, or no longer; log in again.");
    // Every 401 names a way to authenticate; a bearer token is this API's only one.
    header("WWW-Authenticate", "Bearer");
  }
}
