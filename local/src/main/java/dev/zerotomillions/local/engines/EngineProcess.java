package dev.zerotomillions.local.engines;

import dev.zerotomillions.local.process.Child;
import dev.zerotomillions.local.process.ChildCommand;
import dev.zerotomillions.local.process.Children;
import dev.zerotomillions.local.web.WebClient;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** An engine's child process, started again if it dies. */
final class EngineProcess implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(EngineProcess.class.getName());
  private static final Duration START_PATIENCE = Duration.ofSeconds(60);
  private static final Duration LIVED = Duration.ofSeconds(20);
  private static final int MAX_EARLY_DEATHS = 3;
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Children children;
  private final ChildCommand command;
  private final EngineLog log;
  private final Supplier<Function<String, OptionalInt>> announcements;
  private volatile CompletableFuture<WebClient> client = new CompletableFuture<>();
  private volatile boolean closed;
  private volatile Child child;
  private int earlyDeaths;
  private long startedAt;

  /**
   * Starts the process.
   *
   * @param announcements makes, for each start, what reads the engine's lines one by one and gives
   *     the port that it listens on once it is ready
   */
  EngineProcess(
      Children children,
      ChildCommand command,
      EngineLog log,
      Supplier<Function<String, OptionalInt>> announcements) {
    this.children = children;
    this.command = command;
    this.log = log;
    this.announcements = announcements;
    this.child = launch();
  }

  long pid() {
    return child.pid();
  }

  /** A client of the engine that answers; waits until it does. */
  WebClient ready() throws EngineUnavailable, InterruptedException {
    try {
      return client.get(START_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new EngineUnavailable(
          "%s does not run; its log is %s".formatted(command.name(), log.file()), e);
    }
  }

  /** The engine ended while it was asked something. */
  EngineUnavailable brokeOff(IOException cause) {
    return new EngineUnavailable(
        "%s broke off; its log is %s".formatted(command.name(), log.file()), cause);
  }

  private Child launch() {
    CompletableFuture<WebClient> announced = client;
    Function<String, OptionalInt> announcement = announcements.get();
    startedAt = System.nanoTime();
    Child started =
        children.start(
            command,
            line -> {
              log.write(line);
              if (!announced.isDone()) {
                announcement.apply(line).ifPresent(port -> announced.complete(new WebClient(port)));
              }
            });
    var unused = started.exit().thenAccept(this::ended);
    return started;
  }

  private synchronized void ended(int exitCode) {
    if (closed) {
      return;
    }
    boolean early = System.nanoTime() - startedAt < LIVED.toNanos();
    earlyDeaths = early ? earlyDeaths + 1 : 0;
    String death =
        "%s ended with exit code %d (log: %s)".formatted(command.name(), exitCode, log.file());
    client.completeExceptionally(new EngineUnavailable(death));
    client = new CompletableFuture<>();
    if (earlyDeaths >= MAX_EARLY_DEATHS) {
      client.completeExceptionally(new EngineUnavailable(death));
      LOG.log(System.Logger.Level.ERROR, "{0}; it dies at once, so it is not started again", death);
      return;
    }
    LOG.log(System.Logger.Level.WARNING, "{0}; starting it again", death);
    child = launch();
  }

  @Override
  public void close() throws IOException {
    synchronized (this) {
      closed = true;
    }
    if (client.isDone() && !client.isCompletedExceptionally()) {
      client.join().close();
    }
    child.end(GRACE);
  }
}
