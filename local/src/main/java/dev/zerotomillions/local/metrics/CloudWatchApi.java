package dev.zerotomillions.local.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.AwsApi;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.aws.AwsResponse;

/** CloudWatch's API, as far as asking for metrics goes. */
final class CloudWatchApi implements AwsApi {
  private final ListMetrics list;
  private final MetricStatistics statistics;
  private final MetricData data;

  CloudWatchApi(MetricStore store) {
    this.list = new ListMetrics(store);
    this.statistics = new MetricStatistics(store);
    this.data = new MetricData(store);
  }

  @Override
  public String signingName() {
    return "monitoring";
  }

  @Override
  public AwsResponse handle(AwsRequest request) throws AwsError {
    Codec codec = Codec.of(request);
    try {
      JsonNode input = codec.read(request.body());
      return codec.answer(200, answer(codec.operation(request), request.region(), input));
    } catch (AwsError e) {
      ObjectNode error = JsonNodeFactory.instance.objectNode();
      error.put("__type", "com.amazonaws.cloudwatch#" + e.code()).put("message", e.message());
      return codec.answer(e.status(), error);
    }
  }

  private ObjectNode answer(String operation, String region, JsonNode input) throws AwsError {
    return switch (operation) {
      case "ListMetrics" -> list.answer(region, input);
      case "GetMetricStatistics" -> statistics.answer(region, input);
      case "GetMetricData" -> data.answer(region, input);
      default ->
          throw new AwsError(
              501,
              "NotImplemented",
              "Emulated of cloudwatch here: ListMetrics, GetMetricStatistics, GetMetricData");
    };
  }
}
