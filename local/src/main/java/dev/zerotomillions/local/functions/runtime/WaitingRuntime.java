package dev.zerotomillions.local.functions.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A runtime's connection on which it waits for its next invocation. */
final class WaitingRuntime {
  private static final Duration NOTICE = Duration.ofSeconds(1);

  private final OutputStream output;
  private final CompletableFuture<Boolean> read = new CompletableFuture<>();

  WaitingRuntime(OutputStream output) {
    this.output = output;
  }

  void send(RuntimeReply reply) throws IOException {
    reply.writeTo(output);
  }

  /** The connection goes on, or was closed in an orderly way: the runtime has read all of it. */
  void wasRead() {
    read.complete(true);
  }

  /** The connection was reset: the runtime's process ended before it had read what was sent. */
  void wasLost() {
    read.complete(false);
  }

  /**
   * Whether the runtime of a process that has ended had read what was sent to it.
   *
   * <p>A system resets a connection whose data its process left unread. An invocation that nobody
   * has read never began, and can be given to another environment.
   */
  boolean hadRead() {
    try {
      return read.get(NOTICE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
