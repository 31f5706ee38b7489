package dev.zerotomillions.local.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file that an engine's output goes to. */
record EngineLog(Path file) {
  private static final System.Logger LOG = System.getLogger(EngineLog.class.getName());

  void write(String line) {
    try {
      Files.writeString(
          file,
          line + System.lineSeparator(),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      // A full disk must not stop the engine's output from being read: the engine would block.
      LOG.log(System.Logger.Level.WARNING, line, e);
    }
  }
}
