package dev.zerotomillions.shared.observe;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trace that an invocation belongs to.
 *
 * @param parent the segment that the next one hangs below
 */
record TraceContext(String root, String parent, boolean sampled) {
  /** The header by which a trace travels from service to service. */
  static final String HEADER = "X-Amzn-Trace-Id";

  private static final Pattern ROOT = Pattern.compile("1-[0-9a-f]{8}-[0-9a-f]{24}");
  private static final Pattern SEGMENT = Pattern.compile("[0-9a-f]{16}");

  /**
   * Where Lambda says what an invocation belongs to: AWS's Java runtime by a property that it sets
   * anew each time, others by a variable.
   */
  static Optional<TraceContext> ofInvocation() {
    String property = System.getProperty("com.amazonaws.xray.traceHeader");
    return parse(property == null ? System.getenv("_X_AMZN_TRACE_ID") : property);
  }

  /** Reads {@code Root=...;Parent=...;Sampled=1}, in any order and with other members. */
  static Optional<TraceContext> parse(@Nullable String header) {
    String root = "";
    String parent = "";
    boolean sampled = false;
    for (String member : header == null ? new String[0] : header.split(";", -1)) {
      String[] pair = member.strip().split("=", 2);
      switch (pair[0]) {
        case "Root" -> root = pair[pair.length - 1];
        case "Parent" -> parent = pair[pair.length - 1];
        case "Sampled" -> sampled = pair[pair.length - 1].equals("1");
        default -> {
          // AWS adds members of its own, such as Lineage.
        }
      }
    }
    return ROOT.matcher(root).matches() && SEGMENT.matcher(parent).matches()
        ? Optional.of(new TraceContext(root, parent, sampled))
        : Optional.empty();
  }

  /** The same trace below another segment. */
  TraceContext below(String segment) {
    return new TraceContext(root, segment, sampled);
  }

  String header() {
    return "Root=" + root + ";Parent=" + parent + ";Sampled=" + (sampled ? 1 : 0);
  }
}
