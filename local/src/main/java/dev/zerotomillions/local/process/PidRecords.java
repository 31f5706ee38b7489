package dev.zerotomillions.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The children's process ids on disk, a file each, so that a later run can end what this one left.
 *
 * <p>The leash ends children by itself; this is for one that hangs too hard for it (stopped, or out
 * of memory).
 */
final class PidRecords {
  /** The system's clock may have been set since the start was recorded. */
  private static final Duration CLOCK_DRIFT = Duration.ofSeconds(3);

  private final Path folder;
  private final Path leash;

  PidRecords(Path folder, Path leash) {
    this.folder = folder;
    this.leash = leash;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void add(ProcessHandle process) {
    var started = process.info().startInstant().orElseGet(Instant::now);
    try {
      Files.writeString(file(process.pid()), started.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!process.isAlive()) {
      remove(process.pid());
    }
  }

  void remove(long pid) {
    try {
      Files.deleteIfExists(file(pid));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void endLeftovers() throws InterruptedException {
    List<Path> files;
    try (var listing = Files.list(folder)) {
      files = listing.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (var file : files) {
      var pid = Long.parseLong(file.getFileName().toString());
      var process = ProcessHandle.of(pid);
      if (process.isPresent() && isOurs(process.get(), read(file))) {
        kill(process.get());
      }
      remove(pid);
    }
  }

  /** Whether the process is the one recorded, and not a later one that was given the same id. */
  private boolean isOurs(ProcessHandle process, Instant recorded) {
    var info = process.info();
    var sameStart =
        info.startInstant()
            .map(start -> Duration.between(start, recorded).abs().compareTo(CLOCK_DRIFT) <= 0)
            .orElse(false);
    var ourCommand =
        info.commandLine().map(line -> line.contains(leash.toString())).orElse(sameStart);
    return sameStart && ourCommand;
  }

  private static void kill(ProcessHandle process) throws InterruptedException {
    process.destroyForcibly();
    try {
      process.onExit().get(5, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "A process of an earlier run can't be ended; end it yourself: kill -9 " + process.pid(),
          e);
    }
  }

  private static Instant read(Path file) {
    try {
      var text = Files.readString(file);
      return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(long pid) {
    return folder.resolve(Long.toString(pid));
  }
}
