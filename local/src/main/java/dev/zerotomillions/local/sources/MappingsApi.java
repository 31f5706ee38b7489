package dev.zerotomillions.local.sources;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.Arns;
import dev.zerotomillions.local.aws.AwsApi;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.aws.AwsResponse;
import dev.zerotomillions.local.aws.Need;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lambda's API with the event source mappings: they can be listed; the rest is passed on. */
final class MappingsApi implements AwsApi {
  private static final String PATH = "/2015-03-31/event-source-mappings";

  private final AwsApi lambda;
  private final Mappings mappings;

  MappingsApi(AwsApi lambda, Mappings mappings) {
    this.lambda = lambda;
    this.mappings = mappings;
  }

  @Override
  public String signingName() {
    return lambda.signingName();
  }

  @Override
  public List<Need> rights(AwsRequest request, Arns arns) throws AwsError {
    String path = request.path().replaceFirst("/$", "");
    if (!request.method().equals("GET") || !path.startsWith(PATH)) {
      return lambda.rights(request, arns);
    }
    return path.equals(PATH)
        ? List.of(new Need("lambda:ListEventSourceMappings", "*"))
        : List.of(
            new Need(
                "lambda:GetEventSourceMapping",
                arns.of("lambda", "event-source-mapping:" + path.substring(PATH.length() + 1))));
  }

  @Override
  public AwsResponse handle(AwsRequest request) throws AwsError, InterruptedException {
    String path = request.path().replaceFirst("/$", "");
    if (!request.method().equals("GET") || !path.startsWith(PATH)) {
      return lambda.handle(request);
    }
    if (path.equals(PATH)) {
      return answer(list(request));
    }
    String id = path.substring(PATH.length() + 1);
    return answer(
        mappings.all().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .map(MappingsApi::describe)
            .orElseThrow(
                () ->
                    new AwsError(
                        404,
                        "ResourceNotFoundException",
                        "The resource you requested does not exist.")));
  }

  private ObjectNode list(AwsRequest request) {
    Optional<String> function = query(request, "FunctionName");
    Optional<String> source = query(request, "EventSourceArn");
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode list = answer.putArray("EventSourceMappings");
    mappings.all().stream()
        .filter(each -> source.stream().allMatch(each.source().queueArn()::equals))
        .filter(each -> function.stream().allMatch(name -> names(each.source().function(), name)))
        .forEach(each -> list.add(describe(each)));
    return answer;
  }

  /** Whether a function's name or ARN stands for the function with this ARN. */
  private static boolean names(String arn, String name) {
    return arn.equals(name) || arn.startsWith(name + ":") || (arn + ":").contains(":" + name + ":");
  }

  private static ObjectNode describe(Mapping mapping) {
    QueueSource source = mapping.source();
    ObjectNode answer =
        JsonNodeFactory.instance
            .objectNode()
            .put("UUID", mapping.id())
            .put("EventSourceArn", source.queueArn())
            .put("FunctionArn", source.function())
            .put("BatchSize", source.batchSize())
            .put("MaximumBatchingWindowInSeconds", source.window().toSeconds())
            .put("State", mapping.enabled() ? "Enabled" : "Disabled")
            .put("StateTransitionReason", "USER_INITIATED");
    answer.putObject("ScalingConfig").put("MaximumConcurrency", source.concurrency());
    if (source.reportsItemFailures()) {
      answer.putArray("FunctionResponseTypes").add("ReportBatchItemFailures");
    }
    return answer;
  }

  private static Optional<String> query(AwsRequest request, String name) {
    for (String pair : request.query().split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return Optional.of(
            URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }

  private static AwsResponse answer(ObjectNode body) {
    return new AwsResponse(
        200,
        Map.of("Content-Type", "application/json"),
        body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
