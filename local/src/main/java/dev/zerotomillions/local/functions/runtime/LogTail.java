package dev.zerotomillions.local.functions.runtime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** The last 4 KB that an invocation has logged, as {@code LogType=Tail} asks for them. */
final class LogTail {
  private static final int LONGEST = 4096;

  private final Deque<String> lines = new ArrayDeque<>();
  private int length;

  synchronized void add(String line) {
    lines.add(line);
    length += line.length() + 1;
    while (lines.size() > 1 && length - lines.getFirst().length() - 1 >= LONGEST) {
      length -= lines.removeFirst().length() + 1;
    }
  }

  synchronized byte[] bytes() {
    var all = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    var surplus = Math.max(0, all.length - LONGEST);
    return java.util.Arrays.copyOfRange(all, surplus, all.length);
  }
}
