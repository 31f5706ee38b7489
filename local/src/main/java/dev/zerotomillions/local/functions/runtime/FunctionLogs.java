package dev.zerotomillions.local.functions.runtime;

import dev.zerotomillions.local.functions.FunctionObserver;
import dev.zerotomillions.local.functions.model.FunctionVersion;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/**
 * The functions' logs: a file for each function, and all of them on the console.
 *
 * <p>One thread writes, so that an invocation waits neither for a disk nor for a terminal. A file
 * that has grown to {@link #LARGEST} is kept once as {@code .log.1} and begun anew.
 */
public final class FunctionLogs implements AutoCloseable {
  private static final long LARGEST = 10L * 1024 * 1024;

  private record Line(String function, String text) {}

  private static final Line END = new Line("", "");

  private static final class LogFile {
    private final Path path;
    private OutputStream output;
    private long size;

    LogFile(Path path) throws IOException {
      this.path = path;
      this.output = open();
    }

    private OutputStream open() throws IOException {
      size = Files.exists(path) ? Files.size(path) : 0;
      return new BufferedOutputStream(
          Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    void write(String text) throws IOException {
      var bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
      if (size + bytes.length > LARGEST) {
        output.close();
        Files.move(
            path,
            path.resolveSibling(path.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
        output = open();
      }
      output.write(bytes);
      size += bytes.length;
    }
  }

  private final Path folder;
  private final Consumer<String> console;
  private final FunctionObserver observer;
  private final BlockingQueue<Line> queue = new ArrayBlockingQueue<>(50_000);
  private final Map<String, LogFile> files = new HashMap<>();
  private final Thread writer;

  /**
   * @param folder where the files are
   * @param console takes every line, with its function's name in front
   * @param observer sees every line
   */
  public FunctionLogs(Path folder, Consumer<String> console, FunctionObserver observer) {
    this.observer = observer;
    this.folder = folder;
    this.console = console;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.writer = Thread.ofPlatform().daemon().name("function logs").start(this::writeAll);
  }

  void add(FunctionVersion version, String text) {
    observer.printed(version, text);
    put(new Line(version.name(), text));
  }

  @Override
  public void close() {
    put(END);
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void put(Line line) {
    try {
      queue.put(line);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeAll() {
    var lines = new ArrayList<Line>();
    try {
      do {
        lines.clear();
        lines.add(queue.take());
        queue.drainTo(lines);
        write(lines);
      } while (!lines.contains(END));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closeFiles();
    }
  }

  private void write(List<Line> lines) {
    try {
      for (var line : lines) {
        if (!line.equals(END)) {
          console.accept(line.function() + " | " + line.text());
          file(line.function()).write(line.text());
        }
      }
      for (var file : files.values()) {
        file.output.flush();
      }
    } catch (IOException e) {
      console.accept("Functions' logs can't be written to %s: %s".formatted(folder, e));
    }
  }

  private LogFile file(String function) throws IOException {
    var file = files.get(function);
    if (file == null) {
      file = new LogFile(folder.resolve(function + ".log"));
      files.put(function, file);
    }
    return file;
  }

  private void closeFiles() {
    for (var file : files.values()) {
      try {
        file.output.close();
      } catch (IOException e) {
        console.accept("%s may lack its last lines: %s".formatted(file.path, e));
      }
    }
  }
}
