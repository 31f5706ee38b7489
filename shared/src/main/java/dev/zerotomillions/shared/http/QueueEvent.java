package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.jobs.QueueMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The event with which Lambda invokes a worker, and the answer that it understands. */
final class QueueEvent {
  private QueueEvent() {}

  static boolean is(Map<?, ?> event) {
    return event.get("Records") instanceof List<?> records
        && !records.isEmpty()
        && records.getFirst() instanceof Map<?, ?> first
        && "aws:sqs".equals(first.get("eventSource"));
  }

  static List<QueueMessage> messages(Map<?, ?> event) {
    List<QueueMessage> messages = new ArrayList<>();
    if (event.get("Records") instanceof List<?> records) {
      for (Object each : records) {
        if (each instanceof Map<?, ?> message) {
          messages.add(
              new QueueMessage(
                  text(message, "messageId"),
                  text(message, "receiptHandle"),
                  text(message, "body"),
                  receives(message)));
        }
      }
    }
    return messages;
  }

  private static int receives(Map<?, ?> message) {
    return message.get("attributes") instanceof Map<?, ?> attributes
        ? Integer.parseInt(text(attributes, "ApproximateReceiveCount"))
        : 1;
  }

  private static String text(Map<?, ?> map, String name) {
    if (map.get(name) instanceof String text) {
      return text;
    }
    throw new UnsupportedEvent("a message of a queue has a " + name);
  }

  /** Tells Lambda which messages come again. */
  static Map<String, Object> answer(List<String> again) {
    return Map.of(
        "batchItemFailures",
        again.stream().map(id -> Map.<String, Object>of("itemIdentifier", id)).toList());
  }
}
