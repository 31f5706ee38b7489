package dev.zerotomillions.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.resources.UnsupportedProperty;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Brings tables of the engine into the state that templates want. */
final class Tables {
  private static final int MOST_TRIES = 20;
  private static final Duration POLL = Duration.ofMillis(20);

  private final DynamoDbApi api;
  private final TableRecords records;
  private final Predicate<String> needsStream;
  private final InstantSource clock;

  Tables(
      DynamoDbApi api, TableRecords records, Predicate<String> needsStream, InstantSource clock) {
    this.api = api;
    this.records = records;
    this.needsStream = needsStream;
    this.clock = clock;
  }

  /** Creates a table, or brings the one that is there up to date; gives its description. */
  JsonNode put(GlobalTable wanted, String name)
      throws AwsError, InterruptedException, UnsupportedProperty {
    boolean stream = !wanted.streamViewType().isEmpty() && needsStream.test(name);
    try {
      api.call("CreateTable", wanted.region(), wanted.creation(name, stream));
    } catch (AwsError e) {
      if (!e.code().equals("ResourceInUseException")) {
        throw e;
      }
      bringUpToDate(wanted, name);
    }
    timeToLive(wanted, name);
    records.change(wanted.region(), name, record -> wanted.note(record, clock));
    return describe(wanted.region(), name);
  }

  JsonNode describe(String region, String name) throws AwsError, InterruptedException {
    ObjectNode query = input(name);
    ObjectNode table = (ObjectNode) api.call("DescribeTable", region, query).path("Table");
    new TableDescriptions(api.account(), records).complete(table, region);
    return table;
  }

  void delete(String region, String name) throws AwsError, InterruptedException {
    try {
      api.call("DeleteTable", region, input(name));
    } catch (AwsError e) {
      if (!e.code().equals("ResourceNotFoundException")) {
        throw e;
      }
    }
    records.forget(region, name);
  }

  private void bringUpToDate(GlobalTable wanted, String name)
      throws AwsError, InterruptedException, UnsupportedProperty {
    JsonNode actual = describe(wanted.region(), name);
    if (actual.path("DeletionProtectionEnabled").asBoolean() != wanted.deletionProtected()) {
      api.call(
          "UpdateTable",
          wanted.region(),
          input(name).put("DeletionProtectionEnabled", wanted.deletionProtected()));
    }
    Set<String> there = new HashSet<>();
    actual.path("GlobalSecondaryIndexes").forEach(i -> there.add(i.path("IndexName").asText()));
    Set<String> kept = new HashSet<>();
    for (JsonNode index : wanted.indexes()) {
      String indexName = index.path("IndexName").asText();
      kept.add(indexName);
      if (!there.contains(indexName)) {
        updateIndexes(wanted, name, "Create", index);
      }
    }
    there.removeAll(kept);
    for (String gone : there) {
      updateIndexes(
          wanted, name, "Delete", DynamoDbApi.JSON.createObjectNode().put("IndexName", gone));
    }
  }

  /** Makes or drops one index; DynamoDB takes one such change at a time. */
  private void updateIndexes(GlobalTable wanted, String name, String action, JsonNode index)
      throws AwsError, InterruptedException {
    ObjectNode input = input(name);
    input.set("AttributeDefinitions", wanted.request().properties().path("AttributeDefinitions"));
    input.putArray("GlobalSecondaryIndexUpdates").addObject().set(action, index);
    api.call("UpdateTable", wanted.region(), input);
    while (isChanging(describeWhileItChanges(wanted.region(), name))) {
      Thread.sleep(POLL);
    }
  }

  /** The engine fails a few of these reads while it builds an index; the next one succeeds. */
  private JsonNode describeWhileItChanges(String region, String name)
      throws AwsError, InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        return describe(region, name);
      } catch (AwsError e) {
        if (e.status() < 500 || tries == MOST_TRIES) {
          throw e;
        }
        Thread.sleep(POLL);
      }
    }
  }

  private static boolean isChanging(JsonNode table) {
    boolean changing = !table.path("TableStatus").asText().equals("ACTIVE");
    for (JsonNode index : table.path("GlobalSecondaryIndexes")) {
      changing |= !index.path("IndexStatus").asText().equals("ACTIVE");
    }
    return changing;
  }

  private void timeToLive(GlobalTable wanted, String name) throws AwsError, InterruptedException {
    JsonNode actual =
        api.call("DescribeTimeToLive", wanted.region(), input(name)).path("TimeToLiveDescription");
    boolean on = actual.path("TimeToLiveStatus").asText().startsWith("ENABL");
    String attribute = actual.path("AttributeName").asText("");
    boolean wantedOn = wanted.timeToLive().path("Enabled").asBoolean();
    String wantedAttribute = wanted.timeToLive().path("AttributeName").asText("");
    if (on && (!wantedOn || !attribute.equals(wantedAttribute))) {
      setTimeToLive(wanted.region(), name, attribute, false);
    }
    if (wantedOn && !(on && attribute.equals(wantedAttribute))) {
      setTimeToLive(wanted.region(), name, wantedAttribute, true);
    }
  }

  private void setTimeToLive(String region, String name, String attribute, boolean enabled)
      throws AwsError, InterruptedException {
    ObjectNode input = input(name);
    input
        .putObject("TimeToLiveSpecification")
        .put("AttributeName", attribute)
        .put("Enabled", enabled);
    api.call("UpdateTimeToLive", region, input);
  }

  private static ObjectNode input(String table) {
    return DynamoDbApi.JSON.createObjectNode().put("TableName", table);
  }
}
