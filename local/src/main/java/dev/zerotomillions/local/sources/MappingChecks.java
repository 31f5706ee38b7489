package dev.zerotomillions.local.sources;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.functions.model.FunctionName;
import dev.zerotomillions.local.functions.model.FunctionRegistry;
import dev.zerotomillions.local.functions.model.FunctionVersion;
import dev.zerotomillions.local.iam.Permissions;
import dev.zerotomillions.local.iam.Principal;
import dev.zerotomillions.local.iam.policy.Decision;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.sqs.Queues;
import java.util.List;
import java.util.Map;

/** What Lambda checks before it polls a queue for a function. */
final class MappingChecks {
  private static final List<String> ACTIONS =
      List.of("ReceiveMessage", "DeleteMessage", "GetQueueAttributes");

  private final FunctionRegistry functions;
  private final Permissions permissions;
  private final Queues queues;

  MappingChecks(FunctionRegistry functions, Permissions permissions, Queues queues) {
    this.functions = functions;
    this.permissions = permissions;
    this.queues = queues;
  }

  void check(ResourceRequest request, QueueSource source) throws ResourceFailed {
    FunctionVersion function = function(request, source);
    Principal role = new Principal("", function.role(), function.name());
    for (String action : ACTIONS) {
      Decision decision =
          permissions.decide(role, "sqs:" + action, source.queueArn(), source.region(), Map.of());
      if (decision != Decision.ALLOWED) {
        throw failed(
            request,
            "The function execution role does not have permissions to call %s on SQS"
                .formatted(action));
      }
    }
    int visibility = visibility(request, source);
    if (visibility < function.timeout()) {
      throw failed(
          request,
          "Queue visibility timeout: %d seconds is less than Function timeout: %d seconds"
              .formatted(visibility, function.timeout()));
    }
  }

  private FunctionVersion function(ResourceRequest request, QueueSource source)
      throws ResourceFailed {
    return FunctionName.parse(source.function())
        .flatMap(
            name ->
                functions
                    .find(request.region(), name.name())
                    .flatMap(
                        found -> found.resolve(name.qualifier().orElse(FunctionVersion.LATEST))))
        .orElseThrow(() -> failed(request, "there is no function " + source.function()));
  }

  private int visibility(ResourceRequest request, QueueSource source) throws ResourceFailed {
    ObjectNode input =
        JsonNodeFactory.instance.objectNode().put("QueueUrl", queues.url(source.queueArn()));
    input.putArray("AttributeNames").add("VisibilityTimeout");
    try {
      return queues
          .call(source.region(), "GetQueueAttributes", input)
          .at("/Attributes/VisibilityTimeout")
          .asInt();
    } catch (AwsError e) {
      throw failed(request, "queue %s: %s".formatted(source.queueName(), e.message()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(request, "interrupted");
    }
  }

  private static ResourceFailed failed(ResourceRequest request, String why) {
    return new ResourceFailed(
        "%s/%s (%s): %s".formatted(request.stack(), request.logicalId(), request.type(), why));
  }
}
