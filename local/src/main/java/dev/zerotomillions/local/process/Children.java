package dev.zerotomillions.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The emulator's child processes: all of them end with it, however it ends. */
public final class Children implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Duration BUSY = Duration.ofMillis(1);
  private static final Duration QUIET = Duration.ofMillis(20);

  private final Path leash;
  private final PidRecords records;
  private final Set<Child> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * Takes charge of a data folder: what an earlier run left behind in it is ended.
   *
   * @param data the emulator's data folder
   */
  public Children(Path data) throws InterruptedException {
    var folder = data.toAbsolutePath().resolve("run");
    this.leash = ClassJar.write(folder.resolve("leash.jar"), List.of(Leash.class));
    this.records = new PidRecords(folder.resolve("pids"), leash);
    records.endLeftovers();
    Thread.ofPlatform().daemon().name("output of children").start(this::passOnOutput);
  }

  /**
   * Starts a Java program on the JDK that runs the emulator.
   *
   * @param lines takes each line that the child writes, to standard output or error
   */
  public Child start(ChildCommand command, Consumer<String> lines) {
    var builder =
        new ProcessBuilder(commandLine(command))
            .directory(command.workingDirectory().toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(command.environment());
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("Can't start " + command.name(), e);
    }
    records.add(process.toHandle());
    var child = new Child(command.name(), process, lines);
    running.add(child);
    Thread.ofVirtual().start(() -> forgetOnceEnded(child));
    return child;
  }

  /** The children that run now. */
  public List<Child> running() {
    return List.copyOf(running);
  }

  /** Ends every child: all are asked first, and then killed if they take too long. */
  @Override
  public void close() {
    closed = true;
    try (var ending = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var child : running()) {
        ending.execute(
            () -> {
              child.end(GRACE);
              forgetOnceEnded(child);
            });
      }
    }
  }

  /** One thread for all: there is none for each that waits for a child to write. */
  private void passOnOutput() {
    try {
      while (!closed) {
        var any = false;
        for (var child : running) {
          any |= child.passOnOutput();
        }
        Thread.sleep(any ? BUSY : QUIET);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void forgetOnceEnded(Child child) {
    child.exit().join();
    child.finishOutput();
    running.remove(child);
    records.remove(child.pid());
  }

  private List<String> commandLine(ChildCommand command) {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(command.jvmOptions());
    line.add("-cp");
    line.add(
        leash
            + File.pathSeparator
            + command.classPath().stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
    line.add(Leash.class.getName());
    line.add(command.mainClass());
    line.addAll(command.arguments());
    return line;
  }
}
