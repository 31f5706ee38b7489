package dev.zerotomillions.local.functions.runtime;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What is to happen later, each on a virtual thread of its own. */
final class Timeouts implements AutoCloseable {
  private final ScheduledThreadPoolExecutor clock;

  Timeouts() {
    clock =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("function timeouts").factory());
    clock.setRemoveOnCancelPolicy(true);
    clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Does something later, unless closed by then. */
  Future<?> after(Duration delay, Runnable action) {
    if (clock.isShutdown()) {
      return CompletableFuture.completedFuture(null);
    }
    return clock.schedule(
        () -> {
          Thread.startVirtualThread(action);
        },
        delay.toNanos(),
        TimeUnit.NANOSECONDS);
  }

  /** Repeats an action until closed. */
  void every(Duration interval, Runnable action) {
    var unused =
        clock.scheduleWithFixedDelay(
            action, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
