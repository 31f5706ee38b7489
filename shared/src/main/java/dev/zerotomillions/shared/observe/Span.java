package dev.zerotomillions.shared.observe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that an invocation waits for, as X-Ray shows it: a subsegment. It is sent when it is
 * closed, on the thread that began it.
 */
public final class Span implements AutoCloseable {
  /** Where nothing is traced. */
  static final Span NONE = new Span(null, null, Map.of());

  private static final int TOO_MANY_REQUESTS = 429;

  private final @Nullable Traces traces;
  private final @Nullable TraceContext context;
  private final Map<String, Object> segment;

  Span(@Nullable Traces traces, @Nullable TraceContext context, Map<String, Object> segment) {
    this.traces = traces;
    this.context = context;
    this.segment = segment;
  }

  /** The header that has the callee's segments hang below this one. */
  public Optional<String> header() {
    return Optional.ofNullable(context).map(TraceContext::header);
  }

  /** The context of what happens within. */
  Optional<TraceContext> context() {
    return Optional.ofNullable(context);
  }

  /** Adds a block that X-Ray knows, such as {@code http} or {@code aws}. */
  public Span with(String block, Map<String, Object> members) {
    if (traces != null) {
      segment.put(block, members);
    }
    return this;
  }

  /** Tells how an HTTP call ended. */
  public void answered(Map<String, Object> request, int status) {
    with("http", Map.of("request", request, "response", Map.of("status", status)));
    if (traces == null || status < 400) {
      return;
    }
    segment.put(status < 500 ? "error" : "fault", true);
    if (status == TOO_MANY_REQUESTS) {
      segment.put("throttle", true);
    }
  }

  /** Tells what went wrong, by its type alone: a message may hold somebody's data. */
  public void failed(Throwable failure) {
    if (traces != null) {
      segment.put("fault", true);
      segment.put("cause", Map.of("exceptions", List.of(Map.of("type", typeOf(failure)))));
    }
  }

  private static String typeOf(Throwable failure) {
    return failure.getClass().getName();
  }

  @Override
  public void close() {
    if (traces != null) {
      traces.end(this, new LinkedHashMap<>(segment));
    }
  }
}
