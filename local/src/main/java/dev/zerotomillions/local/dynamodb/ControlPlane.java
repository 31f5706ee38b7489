package dev.zerotomillions.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.AwsError;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/** The operations on tables, where the engine's answer is completed or replaced. */
final class ControlPlane {
  private static final Set<String> ANSWERED =
      Set.of(
          "CreateTable",
          "DescribeTable",
          "UpdateTable",
          "DeleteTable",
          "DescribeContinuousBackups",
          "UpdateContinuousBackups",
          "TagResource",
          "UntagResource",
          "ListTagsOfResource");

  /** What AWS has and neither the engine nor the emulator does. */
  private static final Set<String> REFUSED =
      Set.of(
          "CreateBackup",
          "CreateGlobalTable",
          "DeleteBackup",
          "DeleteResourcePolicy",
          "DescribeBackup",
          "DescribeContributorInsights",
          "DescribeEndpoints",
          "DescribeExport",
          "DescribeGlobalTable",
          "DescribeGlobalTableSettings",
          "DescribeImport",
          "DescribeKinesisStreamingDestination",
          "DescribeTableReplicaAutoScaling",
          "DisableKinesisStreamingDestination",
          "EnableKinesisStreamingDestination",
          "ExportTableToPointInTime",
          "GetResourcePolicy",
          "ImportTable",
          "ListBackups",
          "ListContributorInsights",
          "ListExports",
          "ListGlobalTables",
          "ListImports",
          "PutResourcePolicy",
          "RestoreTableFromBackup",
          "RestoreTableToPointInTime",
          "UpdateContributorInsights",
          "UpdateGlobalTable",
          "UpdateGlobalTableSettings",
          "UpdateKinesisStreamingDestination",
          "UpdateTableReplicaAutoScaling");

  /** What would reach beyond the engine's one region. */
  private static final Set<String> ELSEWHERE =
      Set.of("ReplicaUpdates", "GlobalTableWitnessUpdates", "MultiRegionConsistency");

  private final DynamoDbApi api;
  private final TableRecords records;
  private final TableDescriptions descriptions;
  private final InstantSource clock;

  ControlPlane(DynamoDbApi api, TableRecords records, InstantSource clock) {
    this.api = api;
    this.records = records;
    this.descriptions = new TableDescriptions(api.account(), records);
    this.clock = clock;
  }

  boolean answers(String operation) {
    return ANSWERED.contains(operation) || REFUSED.contains(operation);
  }

  ObjectNode answer(String operation, String region, ObjectNode input)
      throws AwsError, InterruptedException {
    return switch (operation) {
      case "CreateTable" -> create(region, input);
      case "DescribeTable", "UpdateTable" -> described(operation, region, input);
      case "DeleteTable" -> delete(region, input);
      case "DescribeContinuousBackups" -> continuousBackups(region, tableName(region, input));
      case "UpdateContinuousBackups" -> updateContinuousBackups(region, input);
      case "TagResource" -> tag(region, input);
      case "UntagResource" -> untag(region, input);
      case "ListTagsOfResource" -> tags(region, input);
      default ->
          throw new AwsError(
              400,
              "UnknownOperationException",
              operation + " is not supported by the local emulator");
    };
  }

  private ObjectNode create(String region, ObjectNode input) throws AwsError, InterruptedException {
    JsonNode tags = input.remove("Tags");
    ObjectNode answer = api.call("CreateTable", region, input);
    String table = answer.path("TableDescription").path("TableName").asText();
    records.change(
        region,
        table,
        record -> {
          if (tags != null) {
            addTags(record, tags);
          }
          if (input.path("SSESpecification").path("Enabled").asBoolean()) {
            record.put("encrypted", true);
          }
        });
    return complete(answer, region);
  }

  private ObjectNode described(String operation, String region, ObjectNode input)
      throws AwsError, InterruptedException {
    for (String key : ELSEWHERE) {
      if (input.has(key)) {
        throw new AwsError(
            400,
            "ValidationException",
            "%s of UpdateTable is not supported by the local emulator: a table has the one replica that its template gives it"
                .formatted(key));
      }
    }
    return complete(api.call(operation, region, input), region);
  }

  private ObjectNode delete(String region, ObjectNode input) throws AwsError, InterruptedException {
    ObjectNode answer = complete(api.call("DeleteTable", region, input), region);
    records.forget(region, answer.path("TableDescription").path("TableName").asText());
    return answer;
  }

  private ObjectNode complete(ObjectNode answer, String region) {
    for (Map.Entry<String, JsonNode> entry : answer.properties()) {
      if (entry.getValue() instanceof ObjectNode table) {
        descriptions.complete(table, region);
      }
    }
    return answer;
  }

  private ObjectNode updateContinuousBackups(String region, ObjectNode input)
      throws AwsError, InterruptedException {
    JsonNode wanted = input.path("PointInTimeRecoverySpecification");
    String table = tableName(region, input);
    records.change(region, table, record -> PointInTimeRecovery.set(record, wanted, clock));
    return continuousBackups(region, table);
  }

  private ObjectNode continuousBackups(String region, String table) {
    return PointInTimeRecovery.describe(records.of(region, table), clock);
  }

  private ObjectNode tag(String region, ObjectNode input) throws AwsError, InterruptedException {
    records.change(region, tableName(region, input), record -> addTags(record, input.path("Tags")));
    return DynamoDbApi.JSON.createObjectNode();
  }

  private ObjectNode untag(String region, ObjectNode input) throws AwsError, InterruptedException {
    records.change(
        region,
        tableName(region, input),
        record ->
            input.path("TagKeys").forEach(key -> record.withObject("/tags").remove(key.asText())));
    return DynamoDbApi.JSON.createObjectNode();
  }

  private ObjectNode tags(String region, ObjectNode input) throws AwsError, InterruptedException {
    ObjectNode answer = DynamoDbApi.JSON.createObjectNode();
    ArrayNode tags = answer.putArray("Tags");
    records
        .of(region, tableName(region, input))
        .path("tags")
        .properties()
        .forEach(tag -> tags.addObject().put("Key", tag.getKey()).set("Value", tag.getValue()));
    return answer;
  }

  static void addTags(ObjectNode record, JsonNode tags) {
    tags.forEach(
        tag ->
            record.withObject("/tags").put(tag.path("Key").asText(), tag.path("Value").asText()));
  }

  /** The name of the table that a call is about; refuses one that is not there. */
  private String tableName(String region, ObjectNode input) throws AwsError, InterruptedException {
    String name = input.path("TableName").asText(input.path("ResourceArn").asText());
    ObjectNode query = DynamoDbApi.JSON.createObjectNode().put("TableName", name);
    return api.call("DescribeTable", region, query).path("Table").path("TableName").asText();
  }
}
