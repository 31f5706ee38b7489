package dev.zerotomillions.local.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.AwsError;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code GetMetricData}, without expressions. */
record MetricData(MetricStore store) {

  ObjectNode answer(String region, JsonNode input) throws AwsError {
    Instant from = Inputs.time(input, "StartTime");
    Instant to = Inputs.time(input, "EndTime");
    boolean oldestFirst = input.path("ScanBy").asText().equals("TimestampAscending");
    ObjectNode output = JsonNodeFactory.instance.objectNode();
    ArrayNode results = output.putArray("MetricDataResults");
    for (JsonNode query : input.path("MetricDataQueries")) {
      if (query.has("Expression")) {
        throw new AwsError(
            400,
            "InvalidParameterValueException",
            "The query %s has an Expression, which is not emulated; ask for each metric by MetricStat"
                .formatted(query.path("Id").asText()));
      }
      if (query.path("ReturnData").asBoolean(true)) {
        result(region, query, from, to, oldestFirst, results.addObject());
      }
    }
    return output;
  }

  private void result(
      String region,
      JsonNode query,
      Instant from,
      Instant to,
      boolean oldestFirst,
      ObjectNode result)
      throws AwsError {
    JsonNode wanted = query.path("MetricStat");
    Statistic statistic = Statistic.parse(wanted.path("Stat").asText());
    Duration period = Inputs.period(wanted);
    MetricId id = Inputs.metric(region, wanted.path("Metric"));
    result.put("Id", query.path("Id").asText()).put("StatusCode", "Complete");
    result.put("Label", query.path("Label").asText(id.name()));
    ArrayNode times = result.putArray("Timestamps");
    ArrayNode values = result.putArray("Values");
    SortedMap<Instant, Datapoint> ordered =
        oldestFirst ? new TreeMap<>() : new TreeMap<>(Collections.reverseOrder());
    store.find(id).ifPresent(metric -> ordered.putAll(metric.between(from, to, period)));
    ordered.forEach(
        (time, datapoint) -> {
          times.addPOJO(time);
          values.add(datapoint.get(statistic));
        });
  }
}
