package dev.zerotomillions.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.aws.AwsError;
import java.nio.charset.StandardCharsets;

/** How large messages may be: the body and its attributes count, each name, type and value. */
final class MessageSizes {
  private MessageSizes() {}

  static void check(JsonNode message, int limit) throws AwsError {
    if (size(message) > limit) {
      throw new AwsError(
          400,
          "InvalidParameterValue",
          "One or more parameters are invalid. Reason: Message must be shorter than %d bytes."
              .formatted(limit));
    }
  }

  /** Checks a batch as a whole; each of its messages is in {@code Entries}. */
  static void checkBatch(JsonNode batch) throws AwsError {
    int total = batch.path("Entries").valueStream().mapToInt(MessageSizes::size).sum();
    if (total > Attributes.LARGEST_MESSAGE) {
      throw new AwsError(
          400,
          "BatchRequestTooLong",
          "Batch requests cannot be longer than %d bytes. You have sent %d bytes."
              .formatted(Attributes.LARGEST_MESSAGE, total));
    }
  }

  private static int size(JsonNode message) {
    int size = bytes(message.path("MessageBody"));
    for (var attribute : message.path("MessageAttributes").properties()) {
      JsonNode value = attribute.getValue();
      size +=
          attribute.getKey().getBytes(StandardCharsets.UTF_8).length
              + bytes(value.path("DataType"))
              + bytes(value.path("StringValue"))
              + bytes(value.path("BinaryValue")) * 3 / 4;
    }
    return size;
  }

  private static int bytes(JsonNode text) {
    return text.asText().getBytes(StandardCharsets.UTF_8).length;
  }
}
