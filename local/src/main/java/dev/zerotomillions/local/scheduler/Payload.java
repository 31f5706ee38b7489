package dev.zerotomillions.local.scheduler;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The event that a schedule invokes its target with. */
final class Payload {
  private Payload() {}

  /** The schedule's input with its context attributes filled in, or AWS's own event. */
  static byte[] of(Schedule schedule, Instant time, String executionId, int attempt) {
    String scheduled = time.truncatedTo(ChronoUnit.SECONDS).toString();
    String text =
        schedule
            .input()
            .map(
                input ->
                    input
                        .replace("<aws.scheduler.schedule-arn>", schedule.arn())
                        .replace("<aws.scheduler.scheduled-time>", scheduled)
                        .replace("<aws.scheduler.execution-id>", executionId)
                        .replace("<aws.scheduler.attempt-number>", Integer.toString(attempt)))
            .orElseGet(() -> ownEvent(schedule, scheduled, executionId).toString());
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode ownEvent(Schedule schedule, String time, String id) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "0").put("id", id).put("detail-type", "Scheduled Event");
    event.put("source", "aws.scheduler").put("account", schedule.account()).put("time", time);
    event.put("region", schedule.region()).putArray("resources").add(schedule.arn());
    return event.put("detail", "{}");
  }
}
