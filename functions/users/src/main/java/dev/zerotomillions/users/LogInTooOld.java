package dev.zerotomillions.users;

import dev.zerotomillions.shared.problem.Problem;
import java.time.Duration;

/**
 * What is asked can't be undone, and it is too long ago that the caller proved the password. The
 * challenge is RFC 9470's.
 */
final class LogInTooOld extends Problem {
  LogInTooOld(Duration longest) {
    super(
        401,
        "recent-log-in-needed",
        "Recent log-in needed",
        "This can't be undone, so it needs a log-in of the last %d minutes; log in again and repeat."
            .formatted(longest.toMinutes()));
    header(
        "WWW-Authenticate",
        "Bearer error=\"insufficient_user_authentication\", max_age=" + longest.toSeconds());
  }
}
