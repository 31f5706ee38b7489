package dev.zerotomillions.local.functions;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * An invocation's place in a trace.
 *
 * @param recorded whether Lambda records segments of its own on it
 * @param parent the segment that called, where there is one
 * @param service the id of Lambda's segment on the call
 * @param function the id of Lambda's segment on the function, the parent of what the function adds
 * @param header what the function is told
 */
public record InvocationTrace(
    String root,
    boolean recorded,
    Optional<String> parent,
    String service,
    String function,
    String header) {

  /**
   * Continues a caller's trace, or begins one. Of those that no caller has decided on, all are
   * recorded that the function's settings ask for: AWS records one a second and 5 % of the rest.
   *
   * @param active whether the function's settings ask for tracing
   */
  static InvocationTrace of(Optional<TraceHeader> caller, boolean active, Instant now) {
    String root = caller.map(TraceHeader::root).orElseGet(() -> newRoot(now));
    boolean sampled = caller.flatMap(TraceHeader::sampled).orElse(active);
    boolean recorded = active && sampled;
    Optional<String> parent = caller.flatMap(TraceHeader::parent);
    String service = newId(8);
    String function = newId(8);
    String told = recorded ? function : parent.orElse(service);
    String header = new TraceHeader(root, Optional.of(told), Optional.of(sampled)).toString();
    return new InvocationTrace(root, recorded, parent, service, function, header);
  }

  private static String newRoot(Instant now) {
    return "1-%s-%s".formatted(HexFormat.of().toHexDigits((int) now.getEpochSecond()), newId(12));
  }

  private static String newId(int bytes) {
    byte[] random = new byte[bytes];
    ThreadLocalRandom.current().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
