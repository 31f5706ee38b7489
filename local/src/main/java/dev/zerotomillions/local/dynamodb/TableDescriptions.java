package dev.zerotomillions.local.dynamodb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Completes the engine's table descriptions with what AWS's have and the engine's lack. */
final class TableDescriptions {
  /** What AWS starts an on-demand table with. */
  private static final int WARM_READS = 12_000;

  private static final int WARM_WRITES = 4_000;

  private final String account;
  private final TableRecords records;

  TableDescriptions(String account, TableRecords records) {
    this.account = account;
    this.records = records;
  }

  void complete(ObjectNode table, String region) {
    String name = table.path("TableName").asText();
    ObjectNode record = records.of(region, name);
    if (!record.has("id")) {
      record = records.change(region, name, fresh -> fresh.put("id", UUID.randomUUID().toString()));
    }
    table.put("TableId", record.path("id").asText());
    ObjectNode warm = table.putObject("WarmThroughput");
    warm.put(
        "ReadUnitsPerSecond", record.path("warm").path("ReadUnitsPerSecond").asInt(WARM_READS));
    warm.put(
        "WriteUnitsPerSecond", record.path("warm").path("WriteUnitsPerSecond").asInt(WARM_WRITES));
    warm.put("Status", "ACTIVE");
    if (record.path("encrypted").asBoolean()) {
      ObjectNode encryption = table.putObject("SSEDescription");
      encryption.put("Status", "ENABLED").put("SSEType", "KMS");
      encryption.put(
          "KMSMasterKeyArn", "arn:aws:kms:%s:%s:alias/aws/dynamodb".formatted(region, account));
    }
    if (record.has("stream") && !table.has("LatestStreamArn")) {
      stream(table, record, region);
    }
  }

  /** A stream that nothing reads: it is there to see, but the engine does not keep it. */
  private void stream(ObjectNode table, ObjectNode record, String region) {
    String label = record.path("stream").path("label").asText();
    table
        .putObject("StreamSpecification")
        .put("StreamEnabled", true)
        .put("StreamViewType", record.path("stream").path("viewType").asText());
    table.put("LatestStreamLabel", label);
    table.put(
        "LatestStreamArn",
        "arn:aws:dynamodb:%s:%s:table/%s/stream/%s"
            .formatted(region, account, table.path("TableName").asText(), label));
  }
}
