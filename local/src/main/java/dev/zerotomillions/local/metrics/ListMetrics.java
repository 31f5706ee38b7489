package dev.zerotomillions.local.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code ListMetrics}. */
record ListMetrics(MetricStore store) {
  private static final int PAGE = 500;

  /** A page; the token is the number of metrics before it. */
  ObjectNode answer(String region, JsonNode input) {
    List<MetricId> found =
        store.ids().stream()
            .filter(each -> each.region().equals(region))
            .filter(each -> matches(input.path("Namespace"), each.namespace()))
            .filter(each -> matches(input.path("MetricName"), each.name()))
            .filter(each -> hasDimensions(each, input.path("Dimensions")))
            .toList();
    int skip = input.path("NextToken").asInt(0);
    ObjectNode output = JsonNodeFactory.instance.objectNode();
    ArrayNode metrics = output.putArray("Metrics");
    found.stream().skip(skip).limit(PAGE).forEach(each -> Inputs.describe(each, metrics));
    if (found.size() > skip + PAGE) {
      output.put("NextToken", Integer.toString(skip + PAGE));
    }
    return output;
  }

  private static boolean matches(JsonNode wanted, String value) {
    return !wanted.isTextual() || wanted.asText().equals(value);
  }

  private static boolean hasDimensions(MetricId id, JsonNode filters) {
    for (JsonNode filter : filters) {
      String value = id.dimensions().get(filter.path("Name").asText());
      if (value == null || !matches(filter.path("Value"), value)) {
        return false;
      }
    }
    return true;
  }
}
