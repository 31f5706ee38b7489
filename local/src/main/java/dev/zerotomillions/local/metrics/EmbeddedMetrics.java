package dev.zerotomillions.local.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Metrics within log lines, in CloudWatch's embedded metric format. */
final class EmbeddedMetrics {
  private static final JsonMapper JSON = new JsonMapper();

  private final MetricStore store;

  EmbeddedMetrics(MetricStore store) {
    this.store = store;
  }

  /** Takes the metrics from a line; most lines have none. */
  void read(String region, String line) {
    if (!line.startsWith("{") || !line.contains("\"CloudWatchMetrics\"")) {
      return;
    }
    try {
      JsonNode root = JSON.readTree(line);
      Instant time = Instant.ofEpochMilli(root.at("/_aws/Timestamp").asLong());
      for (JsonNode directive : root.at("/_aws/CloudWatchMetrics")) {
        read(region, root, directive, time);
      }
    } catch (JsonProcessingException e) {
      System.getLogger(EmbeddedMetrics.class.getName())
          .log(System.Logger.Level.DEBUG, "A line that speaks of metrics is no JSON", e);
    }
  }

  private void read(String region, JsonNode root, JsonNode directive, Instant time) {
    List<SortedMap<String, String>> dimensionSets = new ArrayList<>();
    directive.path("Dimensions").forEach(names -> dimensionSets.add(dimensions(root, names)));
    if (dimensionSets.isEmpty()) {
      dimensionSets.add(new TreeMap<>());
    }
    for (JsonNode metric : directive.path("Metrics")) {
      String name = metric.path("Name").asText();
      String unit = metric.path("Unit").asText("None");
      for (double value : values(root.path(name))) {
        for (SortedMap<String, String> dimensions : dimensionSets) {
          String namespace = directive.path("Namespace").asText();
          store.add(new MetricId(region, namespace, name, dimensions), time, value, unit);
        }
      }
    }
  }

  private static SortedMap<String, String> dimensions(JsonNode root, JsonNode names) {
    SortedMap<String, String> dimensions = new TreeMap<>();
    names.forEach(name -> dimensions.put(name.asText(), root.path(name.asText()).asText()));
    return dimensions;
  }

  /** One number, or a list of them; what is neither has no value. */
  private static double[] values(JsonNode value) {
    if (value.isNumber()) {
      return new double[] {value.asDouble()};
    }
    double[] values = new double[value.isArray() ? value.size() : 0];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.path(i).asDouble();
    }
    return values;
  }
}
