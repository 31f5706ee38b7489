package dev.zerotomillions.local.engines;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ElasticMQ's lines, read until it listens and has its queues again: it restores them after it has
 * begun to answer, and would deny until then that there are any.
 */
final class RestoredQueues implements Function<String, OptionalInt> {
  private static final Pattern LISTENS = Pattern.compile("bind address 127\\.0\\.0\\.1:(\\d+)");
  private static final Pattern RESTORED =
      Pattern.compile("Restored \\d+ messages in queue (\\S+)$");

  private final Set<String> missing;
  private OptionalInt port = OptionalInt.empty();

  RestoredQueues(Set<String> queues) {
    this.missing = new HashSet<>(queues);
  }

  @Override
  public OptionalInt apply(String line) {
    Matcher listens = LISTENS.matcher(line);
    if (listens.find()) {
      port = OptionalInt.of(Integer.parseInt(listens.group(1)));
    }
    Matcher restored = RESTORED.matcher(line);
    if (restored.find()) {
      missing.remove(restored.group(1));
    }
    return missing.isEmpty() ? port : OptionalInt.empty();
  }
}
