package dev.zerotomillions.shared.calls;

import dev.zerotomillions.shared.observe.Span;
import dev.zerotomillions.shared.observe.Traces;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A transport whose every call appears in the trace, and hands the trace on to the callee. */
final class TracedTransport implements Transport {
  private final String service;
  private final Transport transport;
  private final Traces traces;

  TracedTransport(String service, Transport transport, Traces traces) {
    this.service = service;
    this.transport = transport;
    this.traces = traces;
  }

  @Override
  public CallAnswer exchange(
      ServiceCall call, byte[] body, Map<String, String> headers, Duration timeout)
      throws IOException {
    try (Span span = traces.begin(service, "remote")) {
      Map<String, String> all = new LinkedHashMap<>(headers);
      span.header().ifPresent(trace -> all.put("x-amzn-trace-id", trace));
      try {
        CallAnswer answer = transport.exchange(call, body, all, timeout);
        span.answered(Map.of("method", call.method(), "url", call.path()), answer.status());
        return answer;
      } catch (IOException e) {
        span.failed(e);
        throw e;
      }
    }
  }
}
