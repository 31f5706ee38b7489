package dev.zerotomillions.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.engines.EngineUnavailable;
import dev.zerotomillions.local.web.WebResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/** SQS's operations, each with its input and its answer as AWS's JSON protocol has them. */
public final class Queues {
  static final JsonMapper JSON = new JsonMapper();

  private static final Set<String> PASSED_ON =
      Set.of(
          "CancelMessageMoveTask",
          "ChangeMessageVisibility",
          "ChangeMessageVisibilityBatch",
          "DeleteMessage",
          "DeleteMessageBatch",
          "GetQueueUrl",
          "ListDeadLetterSourceQueues",
          "ListMessageMoveTasks",
          "ListQueueTags",
          "ListQueues",
          "PurgeQueue",
          "ReceiveMessage",
          "StartMessageMoveTask",
          "TagQueue",
          "UntagQueue");

  private final RegionEngines engines;
  private final QueueRecords records;
  private final URI endpoint;

  Queues(RegionEngines engines, QueueRecords records, URI endpoint) {
    this.engines = engines;
    this.records = records;
    this.endpoint = endpoint;
  }

  /** The URL of the queue with this ARN. */
  public String url(String arn) {
    String[] parts = arn.split(":", -1);
    return "%s/%s/%s".formatted(endpoint, parts[4], parts[5]);
  }

  /**
   * Carries out an operation.
   *
   * @throws AwsError as AWS refuses it, or if it is none that is emulated
   */
  public ObjectNode call(String region, String operation, ObjectNode input)
      throws AwsError, InterruptedException {
    return switch (operation) {
      case "CreateQueue" -> create(region, input);
      case "SetQueueAttributes" -> setAttributes(region, input);
      case "GetQueueAttributes" -> getAttributes(region, input);
      case "DeleteQueue" -> delete(region, input);
      case "SendMessage" -> {
        MessageSizes.check(input, limit(region, input));
        yield ask(region, operation, input);
      }
      case "SendMessageBatch" -> {
        MessageSizes.checkBatch(input);
        for (JsonNode entry : input.path("Entries")) {
          MessageSizes.check(entry, limit(region, input));
        }
        yield ask(region, operation, input);
      }
      default -> {
        if (!PASSED_ON.contains(operation)) {
          throw new AwsError(
              400, "UnsupportedOperation", operation + " of SQS is not emulated locally");
        }
        yield ask(region, operation, input);
      }
    };
  }

  /** A queue's ARN. */
  static String arn(String region, String account, String name) {
    return "arn:aws:sqs:%s:%s:%s".formatted(region, account, name);
  }

  private ObjectNode create(String region, ObjectNode input) throws AwsError, InterruptedException {
    String name = input.path("QueueName").asText();
    Attributes attributes = Attributes.of(input.path("Attributes"));
    boolean stands = records.names(region).contains(name);
    ObjectNode before = records.attributes(region, name);
    for (var each : attributes.kept().properties()) {
      if (stands && !each.getValue().equals(before.path(each.getKey()))) {
        throw new AwsError(
            400,
            "QueueNameExists",
            "A queue already exists with the same name and a different value for attribute "
                + each.getKey());
      }
    }
    ObjectNode passed = input.deepCopy();
    passed.set("Attributes", attributes.engine());
    ObjectNode answer = ask(region, "CreateQueue", passed);
    records.put(region, name, attributes.kept());
    return answer;
  }

  private ObjectNode setAttributes(String region, ObjectNode input)
      throws AwsError, InterruptedException {
    Attributes attributes = Attributes.of(input.path("Attributes"));
    ObjectNode passed = input.deepCopy();
    if (attributes.engine().isEmpty()) {
      // The engine has nothing to set, but it knows whether there is such a queue.
      passed.remove("Attributes");
      ask(region, "GetQueueAttributes", passed);
    } else {
      passed.set("Attributes", attributes.engine());
      ask(region, "SetQueueAttributes", passed);
    }
    records.put(region, name(input), attributes.kept());
    return JSON.createObjectNode();
  }

  private ObjectNode getAttributes(String region, ObjectNode input)
      throws AwsError, InterruptedException {
    ObjectNode passed = input.deepCopy();
    ArrayNode names = passed.putArray("AttributeNames");
    for (JsonNode name : input.path("AttributeNames")) {
      if (!Attributes.isKept(name.asText())) {
        names.add(name);
      }
    }
    if (names.isEmpty()) {
      names.add("QueueArn"); // of a queue that isn't there, the engine tells so
    }
    ObjectNode answer = ask(region, "GetQueueAttributes", passed);
    ObjectNode attributes = answer.withObjectProperty("Attributes");
    Attributes.merge(
        attributes, records.attributes(region, name(input)), input.path("AttributeNames"));
    return answer;
  }

  private ObjectNode delete(String region, ObjectNode input) throws AwsError, InterruptedException {
    // Forgotten first: an engine that starts waits for all queues that are remembered.
    records.forget(region, name(input));
    return ask(region, "DeleteQueue", input);
  }

  private int limit(String region, ObjectNode input) {
    return records
        .attributes(region, name(input))
        .path(Attributes.MAXIMUM_SIZE)
        .asInt(Attributes.LARGEST_MESSAGE);
  }

  private static String name(ObjectNode input) {
    String url = input.path("QueueUrl").asText();
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private ObjectNode ask(String region, String operation, ObjectNode input)
      throws AwsError, InterruptedException {
    try {
      WebResponse response = engines.of(region).call(operation, input.toString());
      ObjectNode answer =
          response.body().length == 0
              ? JSON.createObjectNode()
              : JSON.readValue(response.body(), ObjectNode.class);
      if (response.status() >= 300) {
        String type = answer.path("__type").asText("InternalError");
        throw new AwsError(
            response.status(),
            type.substring(type.indexOf('#') + 1),
            answer.path("message").asText(answer.path("Message").asText()));
      }
      return answer;
    } catch (EngineUnavailable e) {
      throw new AwsError(503, "ServiceUnavailable", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new AwsError(500, "InternalError", "ElasticMQ: " + e.getMessage());
    }
  }
}
