package dev.zerotomillions.local.functions.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How an environment gets from its process's start to its runtime's first call for an event. */
final class Initialisation {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final InitType type;
  private final EnvironmentLog log;
  private final CompletableFuture<InitOutcome> outcome = new CompletableFuture<>();
  private final long begun = System.nanoTime();
  private volatile long checkpoint;
  private volatile long ended;

  Initialisation(InitType type, EnvironmentLog log) {
    this.type = type;
    this.log = log;
  }

  /** The runtime called for its first event. Later calls change nothing. */
  void complete() {
    if (!outcome.isDone()) {
      ended = System.nanoTime();
      restoreDuration().ifPresent(each -> log.line(Report.restoreReport(each)));
      outcome.complete(new InitOutcome.Ready());
    }
  }

  /** The runtime stands at its checkpoint, and goes on as if it had been restored from it. */
  void checkpoint() {
    checkpoint = System.nanoTime();
    log.line(Report.restoreStart());
  }

  void fail(RuntimeRequest request) {
    ended = System.nanoTime();
    var error = request.body();
    outcome.complete(
        new InitOutcome.Broken(
            "error", errorType(error), requestId -> Failures.byHandler(requestId, error)));
  }

  void exited(int code) {
    ended = System.nanoTime();
    outcome.complete(
        new InitOutcome.Broken(
            "error", "Runtime.ExitError", requestId -> Failures.exited(requestId, code)));
  }

  void notStarted(String why) {
    ended = System.nanoTime();
    outcome.complete(
        new InitOutcome.Broken(
            "error",
            "Runtime.InvalidEntrypoint",
            requestId -> Failures.notStarted(requestId, why)));
  }

  InitOutcome await(Duration limit, int timeout) throws InterruptedException {
    try {
      return outcome.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      ended = System.nanoTime();
      outcome.complete(
          new InitOutcome.Broken(
              "timeout", "Sandbox.Timedout", requestId -> Failures.timedOut(requestId, timeout)));
      return outcome.join();
    } catch (ExecutionException e) {
      throw new IllegalStateException("An initialisation never ends in an exception", e);
    }
  }

  /** How long it took, up to the checkpoint if there was one. */
  Duration duration() {
    return Duration.ofNanos((checkpoint == 0 ? ended : checkpoint) - begun);
  }

  /** How long the restore took. */
  Optional<Duration> restoreDuration() {
    return type == InitType.SNAP_START && checkpoint != 0
        ? Optional.of(Duration.ofNanos(ended - checkpoint))
        : Optional.empty();
  }

  private static String errorType(byte[] error) {
    try {
      return JSON.readTree(error).path("errorType").asText("Runtime.Unknown");
    } catch (IOException e) {
      return "Runtime.Unknown";
    }
  }
}
