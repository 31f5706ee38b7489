package dev.zerotomillions.users;

import dev.zerotomillions.shared.problem.Problem;

/** Another account has the e-mail address, in whatever letters' case. */
final class EmailTaken extends Problem {
  EmailTaken() {
    super(
        409,
        "email-taken",
        "E-mail taken",
        "An account with this e-mail address exists; log in instead.");
  }
}
