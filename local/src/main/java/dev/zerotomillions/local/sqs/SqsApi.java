package dev.zerotomillions.local.sqs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.Arns;
import dev.zerotomillions.local.aws.AwsApi;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.aws.AwsResponse;
import dev.zerotomillions.local.aws.Need;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** SQS's API in AWS's JSON protocol, which SDKs and the CLI have spoken since 2023. */
final class SqsApi implements AwsApi {
  private static final String TARGET = "AmazonSQS.";

  private final Queues queues;

  SqsApi(Queues queues) {
    this.queues = queues;
  }

  @Override
  public String signingName() {
    return "sqs";
  }

  @Override
  public List<Need> rights(AwsRequest request, Arns arns) throws AwsError {
    return List.of(SqsRights.of(request.operation(), input(request), arns));
  }

  @Override
  public AwsResponse handle(AwsRequest request) throws AwsError, InterruptedException {
    String target = request.headers().getOrDefault("x-amz-target", List.of("")).getFirst();
    if (!target.startsWith(TARGET)) {
      throw new AwsError(
          400,
          "UnsupportedOperation",
          "SQS's query protocol is not emulated locally; use an SDK or a CLI that is newer than 2023");
    }
    ObjectNode answer =
        queues.call(request.region(), target.substring(TARGET.length()), input(request));
    return new AwsResponse(
        200,
        Map.of("Content-Type", "application/x-amz-json-1.0"),
        answer.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode input(AwsRequest request) throws AwsError {
    try {
      return Queues.JSON.readValue(request.body(), ObjectNode.class);
    } catch (IOException e) {
      throw new AwsError(400, "SerializationException", "The body is no JSON object");
    }
  }
}
