package dev.zerotomillions.shared.calls;

import java.io.IOException;
import java.time.Duration;

/** How one try to reach a service ended. */
sealed interface Try {
  int TOO_MANY_REQUESTS = 429;
  int LONGEST_NUMBER = 5;

  /** The service answered. */
  record Answered(CallAnswer answer) implements Try {}

  /**
   * It did not, or could not.
   *
   * @param retryAfter before which it does not want another try
   */
  record Failed(String why, Duration retryAfter) implements Try {}

  static Try of(CallAnswer answer) {
    return answer.status() >= 500 || answer.status() == TOO_MANY_REQUESTS
        ? new Failed("status " + answer.status(), retryAfter(answer))
        : new Answered(answer);
  }

  static Try of(IOException failure) {
    return new Failed(failure.toString(), Duration.ZERO);
  }

  /** As seconds; the date that it may be as well is of no use to calls that last seconds. */
  private static Duration retryAfter(CallAnswer answer) {
    String value = answer.headers().getOrDefault("retry-after", "");
    boolean isNumber =
        !value.isEmpty()
            && value.length() <= LONGEST_NUMBER
            && value.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Duration.ofSeconds(Long.parseLong(value)) : Duration.ZERO;
  }
}
