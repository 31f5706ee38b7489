package dev.zerotomillions.local.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.zerotomillions.local.aws.AwsError;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the operations' inputs have in common. */
final class Inputs {
  private Inputs() {}

  /** A metric as {@code Namespace}, {@code MetricName} and {@code Dimensions} name it. */
  static MetricId metric(String region, JsonNode input) {
    SortedMap<String, String> dimensions = new TreeMap<>();
    for (JsonNode each : input.path("Dimensions")) {
      dimensions.put(each.path("Name").asText(), each.path("Value").asText());
    }
    return new MetricId(
        region, input.path("Namespace").asText(), input.path("MetricName").asText(), dimensions);
  }

  static void describe(MetricId id, ArrayNode metrics) {
    var metric = metrics.addObject();
    metric.put("Namespace", id.namespace()).put("MetricName", id.name());
    var dimensions = metric.putArray("Dimensions");
    id.dimensions()
        .forEach((name, value) -> dimensions.addObject().put("Name", name).put("Value", value));
  }

  static Instant time(JsonNode input, String name) throws AwsError {
    JsonNode time = input.path(name);
    if (!time.isNumber()) {
      throw new AwsError(
          400, "MissingRequiredParameterException", "The parameter %s is required".formatted(name));
    }
    return Instant.ofEpochMilli(Math.round(time.asDouble() * 1000));
  }

  static Duration period(JsonNode input) throws AwsError {
    int seconds = input.path("Period").asInt();
    if (seconds < 60 || seconds % 60 != 0) {
      throw new AwsError(
          400,
          "InvalidParameterValueException",
          "The parameter Period must be a multiple of 60, but is %d".formatted(seconds));
    }
    return Duration.ofSeconds(seconds);
  }
}
