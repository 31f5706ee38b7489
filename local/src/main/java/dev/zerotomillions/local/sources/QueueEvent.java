package dev.zerotomillions.local.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The event with which Lambda invokes a function for messages of a queue. */
final class QueueEvent {
  private QueueEvent() {}

  /**
   * Makes the event.
   *
   * @param messages as SQS's {@code ReceiveMessage} gives them
   */
  static byte[] of(QueueSource source, List<JsonNode> messages) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    var records = event.putArray("Records");
    for (JsonNode message : messages) {
      records.add(record(source, message));
    }
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode record(QueueSource source, JsonNode message) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record.set("messageId", message.path("MessageId"));
    record.set("receiptHandle", message.path("ReceiptHandle"));
    record.set("body", message.path("Body"));
    record.set("attributes", message.path("Attributes"));
    ObjectNode attributes = record.putObject("messageAttributes");
    message
        .path("MessageAttributes")
        .properties()
        .forEach(each -> attributes.set(each.getKey(), attribute(each.getValue())));
    record.set("md5OfBody", message.path("MD5OfBody"));
    record.put("eventSource", "aws:sqs");
    record.put("eventSourceARN", source.queueArn());
    record.put("awsRegion", source.region());
    return record;
  }

  private static ObjectNode attribute(JsonNode value) {
    ObjectNode attribute = JsonNodeFactory.instance.objectNode();
    if (value.has("StringValue")) {
      attribute.set("stringValue", value.path("StringValue"));
    }
    if (value.has("BinaryValue")) {
      attribute.set("binaryValue", value.path("BinaryValue"));
    }
    attribute.putArray("stringListValues");
    attribute.putArray("binaryListValues");
    attribute.set("dataType", value.path("DataType"));
    return attribute;
  }
}
