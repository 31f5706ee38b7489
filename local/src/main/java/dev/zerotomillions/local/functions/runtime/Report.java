package dev.zerotomillions.local.functions.runtime;

import dev.zerotomillions.local.functions.model.FunctionVersion;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Lambda's own lines in a function's log. */
final class Report {
  private Report() {}

  static String initStart(FunctionVersion version) {
    return "INIT_START Runtime Version: java:25.local\tRuntime Version ARN: arn:aws:lambda:%s::runtime:local"
        .formatted(version.region());
  }

  static String initSucceeded(Duration init) {
    return "INIT_REPORT Init Duration: %s\tPhase: init\tStatus: success".formatted(ms(init));
  }

  static String initFailed(Duration init, String phase, InitOutcome.Broken broken) {
    var type = broken.status().equals("timeout") ? "" : "\tError Type: " + broken.errorType();
    return "INIT_REPORT Init Duration: %s\tPhase: %s\tStatus: %s%s"
        .formatted(ms(init), phase, broken.status(), type);
  }

  static String restoreStart() {
    return "RESTORE_START Runtime Version: java:25.local";
  }

  static String restoreReport(Duration restore) {
    return "RESTORE_REPORT Restore Duration: " + ms(restore);
  }

  static String start(String requestId, FunctionVersion version) {
    return "START RequestId: %s Version: %s".formatted(requestId, version.version());
  }

  static String end(String requestId) {
    return "END RequestId: " + requestId;
  }

  /**
   * The line on an invocation's cost.
   *
   * @param init how long its environment took to start, if it was started for it; billed too
   * @param restore how long its environment took to be restored, if it was restored for it
   * @param maxMemory in MB; 0 where it isn't known
   * @param status empty if all went well
   */
  static String report(
      InFlight invocation,
      FunctionVersion version,
      Optional<Duration> init,
      Optional<Duration> restore,
      long maxMemory,
      String status) {
    var billed = invocation.duration().plus(init.orElse(Duration.ZERO));
    return "REPORT RequestId: %s\tDuration: %s\tBilled Duration: %d ms\tMemory Size: %d MB\tMax Memory Used: %d MB%s%s%s"
        .formatted(
            invocation.requestId(),
            ms(invocation.duration()),
            wholeMs(billed),
            version.memorySize(),
            maxMemory,
            init.map(each -> "\tInit Duration: " + ms(each)).orElse(""),
            restore
                .map(
                    each ->
                        "\tRestore Duration: %s\tBilled Restore Duration: %d ms"
                            .formatted(ms(each), wholeMs(each)))
                .orElse(""),
            status.isEmpty() ? "" : "\tStatus: " + status);
  }

  private static String ms(Duration duration) {
    return String.format(Locale.ROOT, "%.2f ms", duration.toNanos() / 1e6);
  }

  private static long wholeMs(Duration duration) {
    return (duration.toNanos() + 999_999) / 1_000_000;
  }
}
