package dev.zerotomillions.local.functions.runtime;

import dev.zerotomillions.local.functions.model.FunctionVersion;
import dev.zerotomillions.local.process.Child;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One environment's log: its process's lines, and Lambda's own around them. */
final class EnvironmentLog {
  private static final long SAMPLE_INTERVAL = Duration.ofMillis(500).toNanos();

  private final FunctionVersion version;
  private final FunctionLogs logs;
  private volatile @Nullable InFlight current;
  private volatile @Nullable Child child;
  private Optional<Duration> init = Optional.empty();
  private Optional<Duration> restore = Optional.empty();
  private long maxMemory;
  private long sampled = System.nanoTime() - SAMPLE_INTERVAL;

  EnvironmentLog(FunctionVersion version, FunctionLogs logs) {
    this.version = version;
    this.logs = logs;
  }

  void writtenBy(Child process) {
    child = process;
  }

  void line(String text) {
    logs.add(version, text);
    var invocation = current;
    if (invocation != null) {
      invocation.log(text);
    }
  }

  /** What the next report says on how long the environment took to start. */
  void started(Optional<Duration> initTook, Optional<Duration> restoreTook) {
    init = initTook;
    restore = restoreTook;
  }

  void begin(InFlight invocation) {
    current = invocation;
    line(Report.start(invocation.requestId(), version));
  }

  void timedOut(InFlight invocation) {
    passOnOutput();
    line(
        "%s %s %s"
            .formatted(
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                invocation.requestId(),
                Failures.timedOutAfter(version.timeout())));
    finish(invocation, "timeout");
  }

  void exited(InFlight invocation, int code) {
    passOnOutput();
    line(Failures.exitMessage(invocation.requestId(), code));
    finish(invocation, "error\tError Type: Runtime.ExitError");
  }

  /** Ends an invocation's part of the log, once all that it wrote is there. */
  void finish(InFlight invocation, String status) {
    passOnOutput();
    line(Report.end(invocation.requestId()));
    line(Report.report(invocation, version, init, restore, maxMemory(), status));
    init = Optional.empty();
    restore = Optional.empty();
    current = null;
    invocation.logComplete();
  }

  void passOnOutput() {
    var process = child;
    if (process != null) {
      process.passOnOutput();
    }
  }

  private long maxMemory() {
    var process = child;
    var now = System.nanoTime();
    if (process != null && now - sampled >= SAMPLE_INTERVAL) {
      sampled = now;
      maxMemory = Math.max(maxMemory, MemoryUse.peak(process.pid()));
    }
    return maxMemory;
  }
}
