package dev.zerotomillions.shared.calls;

import dev.zerotomillions.shared.observe.Correlation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The headers that go with each call. */
public final class CallHeaders {
  private static final String TIMEOUT = "request-timeout-ms";
  private static final int LONGEST_NUMBER = 9;

  private CallHeaders() {}

  /** What a callee is told: the time it has, and what the call belongs to. */
  static Map<String, String> of(Duration timeout, boolean hasBody) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(TIMEOUT, Long.toString(timeout.toMillis()));
    Correlation.currentId().ifPresent(id -> headers.put("x-correlation-id", id));
    if (hasBody) {
      headers.put("content-type", "application/json");
    }
    return headers;
  }

  /** How long the caller waits for an answer, if it says so. */
  public static Optional<Duration> timeout(Map<String, String> headers) {
    return Optional.ofNullable(headers.get(TIMEOUT))
        .filter(value -> value.length() <= LONGEST_NUMBER)
        .filter(value -> !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9'))
        .map(value -> Duration.ofMillis(Long.parseLong(value)));
  }
}
