package dev.zerotomillions.local.functions;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A trace as {@code X-Amzn-Trace-Id} carries it from call to call.
 *
 * @param root the trace's id
 * @param parent the id of the segment that the call is part of, where there is one
 * @param sampled whether the trace is to be recorded, where that has been decided
 */
public record TraceHeader(String root, Optional<String> parent, Optional<Boolean> sampled) {
  private static final Pattern ROOT = Pattern.compile("1-[0-9a-f]{8}-[0-9a-f]{24}");
  private static final Pattern SEGMENT = Pattern.compile("[0-9a-f]{16}");

  /** Reads a header; what names no trace is none. */
  public static Optional<TraceHeader> parse(String text) {
    Map<String, String> parts = new HashMap<>();
    for (String part : text.split(";", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parts.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      }
    }
    String root = parts.getOrDefault("Root", "");
    return ROOT.matcher(root).matches()
        ? Optional.of(
            new TraceHeader(
                root,
                Optional.ofNullable(parts.get("Parent"))
                    .filter(each -> SEGMENT.matcher(each).matches()),
                Optional.ofNullable(parts.get("Sampled"))
                    .filter(each -> each.equals("0") || each.equals("1"))
                    .map("1"::equals)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return Stream.of(
            Optional.of("Root=" + root),
            parent.map(each -> "Parent=" + each),
            sampled.map(each -> "Sampled=" + (each ? "1" : "0")))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(";"));
  }
}
