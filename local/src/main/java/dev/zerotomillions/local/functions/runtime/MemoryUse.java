package dev.zerotomillions.local.functions.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory a process has used at most. */
final class MemoryUse {
  private static final String PEAK = "VmHWM:";

  private MemoryUse() {}

  /** The peak in MB; 0 where the system doesn't tell (anything but Linux), or it has ended. */
  static long peak(long pid) {
    var status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    try {
      for (var line : Files.readAllLines(status)) {
        if (line.startsWith(PEAK)) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
      }
    } catch (IOException e) {
      return 0; // it ended just now
    }
    return 0;
  }
}
