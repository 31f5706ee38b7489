package dev.zerotomillions.local.process;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A running child process. */
public final class Child {
  private final String name;
  private final Process process;
  private final OutputLines output;

  Child(String name, Process process, Consumer<String> lines) {
    this.name = name;
    this.process = process;
    this.output = new OutputLines(process.getInputStream(), lines);
  }

  public String name() {
    return name;
  }

  public long pid() {
    return process.pid();
  }

  /** Whether the process runs, asked of the system, so that one killed just now isn't alive. */
  public boolean isAlive() {
    return process.isAlive() && process.toHandle().isAlive();
  }

  /** The exit code, once it has ended; 128 and the signal's number if it was killed. */
  public CompletableFuture<Integer> exit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** Asks the process to end, and kills it if it hasn't within {@code grace}. */
  public void end(Duration grace) {
    process.destroy();
    try {
      if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  /** Kills the process and waits until it is gone. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Passes on what it has written so far; true if there was anything. */
  public boolean passOnOutput() {
    return output.passOn();
  }

  void finishOutput() {
    output.finish();
  }
}
