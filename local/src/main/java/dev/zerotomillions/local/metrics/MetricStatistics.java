package dev.zerotomillions.local.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.AwsError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code GetMetricStatistics}. */
record MetricStatistics(MetricStore store) {

  ObjectNode answer(String region, JsonNode input) throws AwsError {
    Instant from = Inputs.time(input, "StartTime");
    Instant to = Inputs.time(input, "EndTime");
    Duration period = Inputs.period(input);
    List<Statistic> plain = statistics(input.path("Statistics"));
    List<Statistic> extended = statistics(input.path("ExtendedStatistics"));
    MetricId id = Inputs.metric(region, input);
    ObjectNode output = JsonNodeFactory.instance.objectNode().put("Label", id.name());
    ArrayNode datapoints = output.putArray("Datapoints");
    Optional<Metric> metric = store.find(id);
    metric.ifPresent(
        found ->
            found
                .between(from, to, period)
                .forEach(
                    (time, datapoint) -> {
                      ObjectNode node = datapoints.addObject();
                      node.putPOJO("Timestamp", time).put("Unit", found.unit());
                      plain.forEach(each -> node.put(each.text(), datapoint.get(each)));
                      if (!extended.isEmpty()) {
                        ObjectNode more = node.putObject("ExtendedStatistics");
                        extended.forEach(each -> more.put(each.text(), datapoint.get(each)));
                      }
                    }));
    return output;
  }

  private static List<Statistic> statistics(JsonNode names) throws AwsError {
    List<Statistic> statistics = new ArrayList<>();
    for (JsonNode name : names) {
      statistics.add(Statistic.parse(name.asText()));
    }
    return statistics;
  }
}
