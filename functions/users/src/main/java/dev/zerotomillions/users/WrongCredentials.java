package dev.zerotomillions.users;

import dev.zerotomillions.shared.problem.Problem;

/** The e-mail address or the password is wrong; which of them is not said. */
final class WrongCredentials extends Problem {
  WrongCredentials() {
    super(
        401,
        "wrong-credentials",
        "Wrong credentials",
        "The e-mail address or the password is wrong.");
    // Every 401 names a way to authenticate; a bearer token is this API's only one.
    header("WWW-Authenticate", "Bearer");
  }
}
