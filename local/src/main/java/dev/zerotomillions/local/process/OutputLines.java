package dev.zerotomillions.local.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Passes a process's output on, line by line; a very long line is cut, as CloudWatch cuts it.
 *
 * <p>Nothing here ever waits for output, so that whoever needs to know that all of it was passed on
 * can see to it himself.
 */
final class OutputLines {
  private static final int LONGEST_LINE = 256 * 1024;

  private final InputStream output;
  private final Consumer<String> lines;
  private final byte[] bytes = new byte[8192];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  OutputLines(InputStream output, Consumer<String> lines) {
    this.output = output;
    this.lines = lines;
  }

  /** Passes on what has been written so far; true if there was anything. */
  synchronized boolean passOn() {
    var any = false;
    try {
      for (var ready = output.available(); ready > 0; ready = output.available()) {
        var count = output.read(bytes, 0, Math.min(ready, bytes.length));
        split(count);
        any = true;
      }
    } catch (IOException e) {
      return any; // the stream is closed: there is nothing more to come
    }
    return any;
  }

  /** Passes on the last line too, once the process has ended. */
  synchronized void finish() {
    passOn();
    if (line.size() > 0) {
      endLine();
    }
  }

  private void split(int count) {
    for (var i = 0; i < count; i++) {
      if (bytes[i] == '\n') {
        endLine();
      } else {
        line.write(bytes[i]);
        if (line.size() == LONGEST_LINE) {
          endLine();
        }
      }
    }
  }

  private void endLine() {
    var text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }
}
