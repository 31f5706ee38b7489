package dev.zerotomillions.users;

import dev.zerotomillions.shared.problem.Problem;
import java.time.Duration;

/** Someone has been guessing at an account's password; nobody may try for a while. */
final class TooManyGuesses extends Problem {
  TooManyGuesses(Duration wait) {
    super(
        429,
        "too-many-guesses",
        "Too many guesses",
        "Too many attempts to log in failed; retry later.");
    header("Retry-After", Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
  }
}
