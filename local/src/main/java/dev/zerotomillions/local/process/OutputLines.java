package dev.zerotomillions.local.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Passes a process's output on, line by line; a very long line is cut, as CloudWatch cuts it. */
final class OutputLines implements Runnable {
  private static final int LONGEST_LINE = 256 * 1024;

  private final InputStream output;
  private final Consumer<String> lines;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private volatile boolean waiting = true;
  private volatile boolean ended;

  OutputLines(InputStream output, Consumer<String> lines) {
    this.output = output;
    this.lines = lines;
  }

  /** Whether all that the process has written so far has been passed on. */
  boolean passedOn() throws IOException {
    return ended || (waiting && output.available() == 0);
  }

  @Override
  public void run() {
    var bytes = new byte[8192];
    try {
      for (var count = output.read(bytes); count >= 0; count = output.read(bytes)) {
        waiting = false;
        split(bytes, count);
        waiting = true;
      }
    } catch (IOException e) {
      lines.accept("This process's output can't be read any more: " + e.getMessage());
    }
    if (line.size() > 0) {
      passOn();
    }
    ended = true;
  }

  private void split(byte[] bytes, int count) {
    for (var i = 0; i < count; i++) {
      if (bytes[i] == '\n') {
        passOn();
      } else {
        line.write(bytes[i]);
        if (line.size() == LONGEST_LINE) {
          passOn();
        }
      }
    }
  }

  private void passOn() {
    var text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }
}
