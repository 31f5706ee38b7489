package dev.zerotomillions.local.xray;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The segments of one trace. A subsegment that was sent by itself counts as one of them. */
final class Trace {
  private static final int MOST_SEGMENTS = 500;

  private final String id;
  private final Map<String, ObjectNode> segments = new LinkedHashMap<>();
  private boolean limitExceeded;

  Trace(String id) {
    this.id = id;
  }

  private Trace(Trace other) {
    id = other.id;
    segments.putAll(other.segments);
    limitExceeded = other.limitExceeded;
  }

  Trace copy() {
    return new Trace(this);
  }

  String id() {
    return id;
  }

  /** Adds a segment, or replaces it: one in progress is sent again when it is done. */
  void add(ObjectNode segment) {
    String segmentId = segment.path("id").asText();
    if (segments.size() < MOST_SEGMENTS || segments.containsKey(segmentId)) {
      segments.put(segmentId, segment);
    } else {
      limitExceeded = true;
    }
  }

  Collection<ObjectNode> segments() {
    return segments.values();
  }

  boolean limitExceeded() {
    return limitExceeded;
  }

  /** Segments and the subsegments within them. */
  List<JsonNode> parts() {
    List<JsonNode> parts = new ArrayList<>();
    segments.values().forEach(each -> collect(each, parts));
    return parts;
  }

  private static void collect(JsonNode part, List<JsonNode> parts) {
    parts.add(part);
    part.path("subsegments").forEach(each -> collect(each, parts));
  }

  double start() {
    return segments.values().stream()
        .mapToDouble(each -> each.path("start_time").asDouble())
        .min()
        .orElse(0);
  }

  double end() {
    return segments.values().stream().mapToDouble(Trace::end).max().orElse(0);
  }

  /** The segment that none of the others is the parent of. */
  JsonNode root() {
    JsonNode root = null;
    for (ObjectNode each : segments.values()) {
      boolean child = segments.containsKey(each.path("parent_id").asText());
      boolean earlier =
          root == null || each.path("start_time").asDouble() < root.path("start_time").asDouble();
      root = !child && earlier ? each : root;
    }
    return root == null ? segments.values().iterator().next() : root;
  }

  boolean startedBetween(Instant from, Instant to) {
    double start = start();
    return start >= from.toEpochMilli() / 1000.0 && start < to.toEpochMilli() / 1000.0;
  }

  static double end(JsonNode segment) {
    return segment.path("end_time").asDouble(segment.path("start_time").asDouble());
  }
}
