package dev.zerotomillions.shared.http;

import com.amazonaws.services.lambda.runtime.Context;
import dev.zerotomillions.shared.calls.CallHeaders;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.problem.MalformedJson;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** What Lambda hands to the handler: an event, and the time in which it is to be done. */
final class LambdaEvent {
  /** What an answer needs after the work has stopped, before Lambda ends the process. */
  private static final Duration MARGIN = Duration.ofMillis(500);

  private LambdaEvent() {}

  static Map<?, ?> read(InputStream in) throws IOException {
    try {
      return Json.read(in.readAllBytes()) instanceof Map<?, ?> event ? event : Map.of();
    } catch (MalformedJson e) {
      throw new UnsupportedEvent(e.detail());
    }
  }

  static Deadline deadline(Context lambda, InstantSource clock) {
    Duration left = Duration.ofMillis(lambda.getRemainingTimeInMillis()).minus(MARGIN);
    return Deadline.within(left, clock);
  }

  /** A service's own deadline, if it calls and gives up sooner than Lambda does. */
  static Deadline sooner(Deadline deadline, ApiEvent event, InstantSource clock) {
    Optional<Duration> asked =
        event.service() == null ? Optional.empty() : CallHeaders.timeout(event.headers());
    return asked
        .map(timeout -> Deadline.within(timeout, clock))
        .filter(own -> own.end().isBefore(deadline.end()))
        .orElse(deadline);
  }
}
