package dev.zerotomillions.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The state of point-in-time recovery. Locally it is kept and shown; nothing can be restored. */
final class PointInTimeRecovery {
  private static final int LONGEST_DAYS = 35;

  /** AWS can restore to any time but the last five minutes. */
  private static final Duration BEHIND = Duration.ofMinutes(5);

  private PointInTimeRecovery() {}

  /** Notes in a table's record what a {@code PointInTimeRecoverySpecification} wants. */
  static void set(ObjectNode record, JsonNode specification, InstantSource clock) {
    if (!specification.path("PointInTimeRecoveryEnabled").asBoolean()) {
      record.remove("recovery");
      return;
    }
    ObjectNode recovery = record.withObject("/recovery");
    if (!recovery.has("since")) {
      recovery.put("since", clock.instant().getEpochSecond());
    }
    recovery.put("days", specification.path("RecoveryPeriodInDays").asInt(LONGEST_DAYS));
  }

  static ObjectNode describe(ObjectNode record, InstantSource clock) {
    ObjectNode answer = DynamoDbApi.JSON.createObjectNode();
    ObjectNode backups = answer.putObject("ContinuousBackupsDescription");
    backups.put("ContinuousBackupsStatus", "ENABLED");
    ObjectNode recovery = backups.putObject("PointInTimeRecoveryDescription");
    JsonNode state = record.path("recovery");
    if (state.isMissingNode()) {
      recovery.put("PointInTimeRecoveryStatus", "DISABLED");
      return answer;
    }
    int days = state.path("days").asInt();
    Instant now = clock.instant();
    long earliest =
        Math.max(state.path("since").asLong(), now.minus(Duration.ofDays(days)).getEpochSecond());
    recovery.put("PointInTimeRecoveryStatus", "ENABLED");
    recovery.put("RecoveryPeriodInDays", days);
    recovery.put("EarliestRestorableDateTime", earliest);
    recovery.put(
        "LatestRestorableDateTime", Math.max(earliest, now.minus(BEHIND).getEpochSecond()));
    return answer;
  }
}
