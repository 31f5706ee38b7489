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
import dev.zerotomillions.local.resources.UnsupportedProperty;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** {@code AWS::SQS::Queue}. */
final class QueueType implements ResourceType {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "ContentBasedDeduplication", "false",
          "DelaySeconds", "0",
          "VisibilityTimeout", "30",
          "ReceiveMessageWaitTimeSeconds", "0",
          "MaximumMessageSize", Integer.toString(Attributes.LARGEST_MESSAGE));

  private final Queues queues;

  QueueType(Queues queues) {
    this.queues = queues;
  }

  @Override
  public String name() {
    return "AWS::SQS::Queue";
  }

  /** Retention takes days, and no run of the emulator is that long; nothing is encrypted here. */
  @Override
  public PropertyRules properties() {
    return PropertyRules.honours(
            "QueueName",
            "FifoQueue",
            "ContentBasedDeduplication",
            "DelaySeconds",
            "VisibilityTimeout",
            "ReceiveMessageWaitTimeSeconds",
            "MaximumMessageSize",
            "RedrivePolicy")
        .andIgnores(
            "MessageRetentionPeriod",
            "SqsManagedSseEnabled",
            "KmsMasterKeyId",
            "KmsDataKeyReusePeriodSeconds",
            "Tags");
  }

  @Override
  public boolean stateful() {
    return true;
  }

  /** As on AWS, where a queue's messages are its last users' affair. */
  @Override
  public boolean deletable() {
    return true;
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("QueueName", "FifoQueue");
  }

  @Override
  public Provisioned create(ResourceRequest request) throws ResourceFailed {
    String name = request.properties().path("QueueName").asText(generatedName(request));
    ObjectNode input = JsonNodeFactory.instance.objectNode().put("QueueName", name);
    if (fifo(request)) {
      // Only this can't be set afterwards.
      input.withObjectProperty("Attributes").put("FifoQueue", "true");
    }
    return set(request, name, made(request, input), request.properties());
  }

  @Override
  public Provisioned update(ResourceRequest request, Provisioned current, ObjectNode before)
      throws ResourceFailed {
    String url = current.physicalId();
    ObjectNode wanted = request.properties().deepCopy();
    for (String property : before.properties().stream().map(Map.Entry::getKey).toList()) {
      if (!wanted.has(property) && DEFAULTS.containsKey(property)) {
        wanted.put(property, DEFAULTS.get(property));
      } else if (property.equals("RedrivePolicy") && !wanted.has(property)) {
        throw new UnsupportedProperty(
            request, property, "it can be changed here, but not be taken away");
      }
    }
    return set(request, url.substring(url.lastIndexOf('/') + 1), url, wanted);
  }

  /** Makes the queue, or finds the one that a run made that ended before it could tell. */
  private String made(ResourceRequest request, ObjectNode input) throws ResourceFailed {
    try {
      return queues.call(request.region(), "CreateQueue", input).path("QueueUrl").asText();
    } catch (AwsError e) {
      if (!e.code().equals("QueueNameExists")) {
        throw failed(request, e);
      }
      return call(request, "GetQueueUrl", input).path("QueueUrl").asText();
    } catch (InterruptedException e) {
      throw interrupted(request, e);
    }
  }

  @Override
  public void delete(ResourceRequest request, Provisioned current) throws ResourceFailed {
    ObjectNode input = JsonNodeFactory.instance.objectNode().put("QueueUrl", current.physicalId());
    try {
      queues.call(request.region(), "DeleteQueue", input);
    } catch (AwsError e) {
      if (!e.code().equals("QueueDoesNotExist")) {
        throw failed(request, e);
      }
    } catch (InterruptedException e) {
      throw interrupted(request, e);
    }
  }

  private Provisioned set(ResourceRequest request, String name, String url, ObjectNode wanted)
      throws ResourceFailed {
    ObjectNode input = JsonNodeFactory.instance.objectNode().put("QueueUrl", url);
    ObjectNode attributes = input.putObject("Attributes");
    wanted
        .properties()
        .forEach(
            each -> {
              if (!Set.of("QueueName", "FifoQueue", "Tags").contains(each.getKey())) {
                JsonNode value = each.getValue();
                attributes.put(
                    each.getKey(), value.isValueNode() ? value.asText() : value.toString());
              }
            });
    call(request, "SetQueueAttributes", input);
    return new Provisioned(
        url,
        Map.of(
            "Arn", text(Queues.arn(request.region(), request.account(), name)),
            "QueueName", text(name),
            "QueueUrl", text(url)));
  }

  private ObjectNode call(ResourceRequest request, String operation, ObjectNode input)
      throws ResourceFailed {
    try {
      return queues.call(request.region(), operation, input);
    } catch (AwsError e) {
      throw failed(request, e);
    } catch (InterruptedException e) {
      throw interrupted(request, e);
    }
  }

  private static boolean fifo(ResourceRequest request) {
    return request.properties().path("FifoQueue").asBoolean();
  }

  /** A name as CloudFormation makes them, but the same each time for one resource. */
  private static String generatedName(ResourceRequest request) {
    String whole =
        String.join("/", request.account(), request.region(), request.stack(), request.logicalId());
    String unique =
        UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8))
            .toString()
            .replace("-", "")
            .substring(0, 12);
    String readable = request.stack() + "-" + request.logicalId();
    return readable.substring(0, Math.min(60, readable.length()))
        + "-"
        + unique
        + (fifo(request) ? ".fifo" : "");
  }

  private static JsonNode text(String value) {
    return JsonNodeFactory.instance.textNode(value);
  }

  private static ResourceFailed failed(ResourceRequest request, AwsError e) {
    return new ResourceFailed(
        "%s/%s (%s): %s: %s"
            .formatted(request.stack(), request.logicalId(), request.type(), e.code(), e.message()),
        e);
  }

  private static ResourceFailed interrupted(ResourceRequest request, InterruptedException e) {
    Thread.currentThread().interrupt();
    return new ResourceFailed(
        "%s/%s: interrupted".formatted(request.stack(), request.logicalId()), e);
  }
}
