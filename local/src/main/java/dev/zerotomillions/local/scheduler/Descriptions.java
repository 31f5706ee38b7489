package dev.zerotomillions.local.scheduler;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Schedules as Scheduler's API shows them. */
final class Descriptions {
  private Descriptions() {}

  static ObjectNode summary(Schedule schedule) {
    ObjectNode node = common(schedule);
    node.putObject("Target").put("Arn", schedule.target());
    return node;
  }

  static ObjectNode whole(Schedule schedule) {
    ObjectNode node = common(schedule);
    node.put("ActionAfterCompletion", "NONE").put("Description", schedule.description());
    node.put("ScheduleExpression", schedule.text());
    node.put("ScheduleExpressionTimezone", schedule.timezone());
    node.putObject("FlexibleTimeWindow").put("Mode", "OFF");
    schedule.start().ifPresent(each -> node.put("StartDate", seconds(each)));
    schedule.end().ifPresent(each -> node.put("EndDate", seconds(each)));
    ObjectNode target = node.putObject("Target");
    target.put("Arn", schedule.target()).put("RoleArn", schedule.role());
    schedule.input().ifPresent(each -> target.put("Input", each));
    target
        .putObject("RetryPolicy")
        .put("MaximumEventAgeInSeconds", schedule.retries().maximumAge().toSeconds())
        .put("MaximumRetryAttempts", schedule.retries().attempts());
    return node;
  }

  static String state(Schedule schedule) {
    return schedule.enabled() ? "ENABLED" : "DISABLED";
  }

  private static ObjectNode common(Schedule schedule) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("Arn", schedule.arn())
        .put("Name", schedule.name())
        .put("GroupName", Schedule.GROUP)
        .put("State", state(schedule))
        .put("CreationDate", seconds(schedule.created()))
        .put("LastModificationDate", seconds(schedule.modified()));
  }

  private static double seconds(Instant instant) {
    return instant.toEpochMilli() / 1000.0;
  }
}
