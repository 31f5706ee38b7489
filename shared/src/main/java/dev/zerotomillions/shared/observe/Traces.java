package dev.zerotomillions.shared.observe;

import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What invocations wait for, told to X-Ray's daemon, which Lambda runs beside each function that is
 * traced. Where there is none, or the invocation is not in the sample, it costs next to nothing.
 */
public final class Traces {
  private final Supplier<Optional<TraceContext>> invocation;
  private final @Nullable Consumer<Map<String, Object>> daemon;
  private final InstantSource clock;
  private final LongSupplier ids;
  private static final ThreadLocal<@Nullable Open> INNERMOST = new ThreadLocal<>();

  /**
   * @param invocation gives the trace that the present invocation belongs to
   * @param daemon takes what has ended; null where none runs
   */
  Traces(
      Supplier<Optional<TraceContext>> invocation,
      @Nullable Consumer<Map<String, Object>> daemon,
      InstantSource clock,
      LongSupplier ids) {
    this.invocation = invocation;
    this.daemon = daemon;
    this.clock = clock;
    this.ids = ids;
  }

  private record Open(Span span, @Nullable Open outer) {}

  /** Whether there is anyone to tell. */
  public boolean enabled() {
    return daemon != null;
  }

  /**
   * Begins a span below the one that this thread is in.
   *
   * @param namespace {@code aws} for a call to AWS, {@code remote} for another service
   */
  public Span begin(String name, String namespace) {
    if (daemon == null) {
      return Span.NONE;
    }
    TraceContext above = current().orElse(null);
    if (above == null) {
      return Span.NONE;
    }
    if (!above.sampled()) {
      // Nothing is told, but the callee has to know that it is no trace of its own.
      return new Span(null, above, Map.of());
    }
    String id = HexFormat.of().toHexDigits(ids.getAsLong());
    Span span = new Span(this, above.below(id), segment(name, namespace, id, above));
    INNERMOST.set(new Open(span, INNERMOST.get()));
    return span;
  }

  private Optional<TraceContext> current() {
    Open open = INNERMOST.get();
    return open == null ? invocation.get() : open.span().context();
  }

  private Map<String, Object> segment(
      String name, String namespace, String id, TraceContext above) {
    Map<String, Object> segment = new LinkedHashMap<>();
    segment.put("type", "subsegment");
    segment.put("name", name);
    segment.put("namespace", namespace);
    segment.put("id", id);
    segment.put("trace_id", above.root());
    segment.put("parent_id", above.parent());
    segment.put("start_time", seconds());
    Correlation correlation = Correlation.current();
    if (correlation != null) {
      Map<String, String> annotations = new LinkedHashMap<>(correlation.annotations());
      annotations.put("correlationId", correlation.id());
      segment.put("annotations", annotations);
    }
    return segment;
  }

  void end(Span span, Map<String, Object> segment) {
    Open open = INNERMOST.get();
    if (open != null && open.span() == span) {
      if (open.outer() == null) {
        INNERMOST.remove();
      } else {
        INNERMOST.set(open.outer());
      }
    }
    segment.put("end_time", seconds());
    if (daemon != null) {
      daemon.accept(segment);
    }
  }

  private double seconds() {
    return clock.millis() / 1000.0;
  }
}
