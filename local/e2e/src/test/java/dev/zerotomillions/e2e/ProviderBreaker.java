package dev.zerotomillions.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The breaker before the payment provider, as its row tells, and the calls that got past it. */
record ProviderBreaker(Path data, Records records) {
  /** How long it leaves the provider alone. */
  private static final Duration OPEN_FOR = Duration.ofSeconds(5);

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Pattern CALL =
      Pattern.compile("\"time\":\"(\\d+)\".*\"path\":\"/sandbox/v1/");

  /** Waits until it is open, and tells since when. */
  Instant awaitOpen() throws InterruptedException {
    var row = await("OPEN");
    return Instant.parse(row.text("until")).minus(OPEN_FOR);
  }

  /** Waits until it is closed, and tells when that was seen. */
  Instant awaitClosed() throws InterruptedException {
    await("CLOSED");
    return Instant.now();
  }

  private Records.Row await(String mode) throws InterruptedException {
    var end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      for (var row : records.of("Payments", "BREAKER#payment-provider")) {
        if (row.text("mode").equals(mode)) {
          return row;
        }
      }
      Thread.sleep(Duration.ofMillis(100));
    }
    throw new AssertionError("The breaker never was " + mode);
  }

  /** How often the provider was called in this time, as the gateway's log says. */
  long calls(Instant from, Instant to) throws IOException {
    long calls = 0;
    try (var logs = Files.list(data.resolve("logs"))) {
      for (var log :
          logs.filter(each -> each.getFileName().toString().startsWith("access-")).toList()) {
        try (var lines = Files.lines(log)) {
          calls +=
              lines
                  .map(CALL::matcher)
                  .filter(Matcher::find)
                  .map(match -> Instant.ofEpochMilli(Long.parseLong(match.group(1))))
                  .filter(time -> !time.isBefore(from) && time.isBefore(to))
                  .count();
        }
      }
    }
    return calls;
  }
}
