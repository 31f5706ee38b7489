package dev.zerotomillions.local.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.Arns;
import dev.zerotomillions.local.aws.AwsApi;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.aws.AwsResponse;
import dev.zerotomillions.local.aws.Guard;
import dev.zerotomillions.local.aws.Need;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CloudWatch's API, as far as asking for metrics goes. */
final class CloudWatchApi implements AwsApi {
  private static final List<String> OPERATIONS =
      List.of("ListMetrics", "GetMetricStatistics", "GetMetricData");

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
  public List<Need> rights(AwsRequest request, Arns arns) throws AwsError {
    String operation = Codec.of(request).operation(request);
    if (!OPERATIONS.contains(operation)) {
      throw Guard.unknown("cloudwatch", operation);
    }
    return List.of(new Need("cloudwatch:" + operation, "*"));
  }

  @Override
  public AwsResponse handle(AwsRequest request) throws AwsError {
    Codec codec = Codec.of(request);
    JsonNode input = codec.read(request.body());
    return codec.answer(200, answer(codec.operation(request), request.region(), input));
  }

  @Override
  public @Nullable AwsResponse error(AwsRequest request, AwsError error) {
    return Codec.find(request)
        .map(
            codec ->
                codec.answer(
                    error.status(),
                    JsonNodeFactory.instance
                        .objectNode()
                        .put("__type", "com.amazonaws.cloudwatch#" + error.code())
                        .put("message", error.message())))
        .orElse(null);
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
              "Emulated of cloudwatch here: " + String.join(", ", OPERATIONS));
    };
  }
}
