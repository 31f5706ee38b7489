package dev.zerotomillions.local.cli;

import dev.zerotomillions.local.front.PortTaken;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** The emulator's main class, which {@code scripts/up} starts. */
public final class Up {
  private Up() {}

  /** Runs the system until it is asked to stop. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tT %4$s %5$s%6$s%n");
    try {
      run(Options.parse(arguments));
    } catch (CannotStart | PortTaken e) {
      System.err.println("scripts/up: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void run(Options options) throws CannotStart, IOException, InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    // The hook holds the JVM until everything is closed in order, on Ctrl-C and SIGTERM alike.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stopped.countDown();
                  awaitQuietly(closed);
                }));
    try (DataFolder data = DataFolder.take(options.data(), options.fresh());
        Emulator emulator = Emulator.start(options, data)) {
      emulator.deploy(options.assembly(), options.phase());
      emulator.open();
      stopped.await();
      System.out.println("Stopping ...");
    } finally {
      closed.countDown();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
