package dev.zerotomillions.local.xray;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The traces of late, in memory: when there are too many, the oldest go. */
final class TraceStore {
  private final int most;
  private final Map<String, Trace> traces = new LinkedHashMap<>();

  TraceStore(int most) {
    this.most = most;
  }

  /** Takes a segment; what has no trace id and no id of its own is none. */
  synchronized boolean add(ObjectNode segment) {
    String traceId = segment.path("trace_id").asText();
    if (traceId.isEmpty() || segment.path("id").asText().isEmpty()) {
      return false;
    }
    traces.computeIfAbsent(traceId, Trace::new).add(segment);
    if (traces.size() > most) {
      traces.remove(traces.keySet().iterator().next());
    }
    return true;
  }

  synchronized Optional<Trace> find(String id) {
    return Optional.ofNullable(traces.get(id)).map(Trace::copy);
  }

  /** All traces, the newest first. */
  synchronized List<Trace> newestFirst() {
    return traces.values().stream().map(Trace::copy).toList().reversed();
  }
}
