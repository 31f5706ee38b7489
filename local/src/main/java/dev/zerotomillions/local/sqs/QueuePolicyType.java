package dev.zerotomillions.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import java.util.Map;

/**
 * {@code AWS::SQS::QueuePolicy}. What it denies is not denied here, where all that comes over the
 * loopback interface counts as secure; what it allows to AWS's own services is looked up by those
 * that deliver to the queue.
 */
final class QueuePolicyType implements ResourceType {
  private final Queues queues;

  QueuePolicyType(Queues queues) {
    this.queues = queues;
  }

  @Override
  public String name() {
    return "AWS::SQS::QueuePolicy";
  }

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours("PolicyDocument", "Queues");
  }

  @Override
  public Provisioned create(ResourceRequest request) throws ResourceFailed {
    String policy = request.properties().path("PolicyDocument").toString();
    for (JsonNode queue : request.properties().path("Queues")) {
      set(request, queue.asText(), policy);
    }
    return new Provisioned("%s-%s".formatted(request.stack(), request.logicalId()), Map.of());
  }

  @Override
  public Provisioned update(ResourceRequest request, Provisioned current, ObjectNode before)
      throws ResourceFailed {
    for (JsonNode queue : before.path("Queues")) {
      set(request, queue.asText(), "");
    }
    return create(request);
  }

  @Override
  public void delete(ResourceRequest request, Provisioned current) throws ResourceFailed {
    for (JsonNode queue : request.properties().path("Queues")) {
      set(request, queue.asText(), "");
    }
  }

  private void set(ResourceRequest request, String url, String policy) throws ResourceFailed {
    ObjectNode input = JsonNodeFactory.instance.objectNode().put("QueueUrl", url);
    input.putObject("Attributes").put("Policy", policy);
    try {
      queues.call(request.region(), "SetQueueAttributes", input);
    } catch (AwsError e) {
      if (!policy.isEmpty() || !e.code().equals("QueueDoesNotExist")) {
        throw new ResourceFailed(
            "%s/%s (%s): %s: %s"
                .formatted(
                    request.stack(), request.logicalId(), request.type(), e.code(), e.message()),
            e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ResourceFailed(
          "%s/%s: interrupted".formatted(request.stack(), request.logicalId()), e);
    }
  }
}
