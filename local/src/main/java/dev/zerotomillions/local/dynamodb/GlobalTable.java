package dev.zerotomillions.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.UnsupportedProperty;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/**
 * What a template wants a table to be, as the engine takes it.
 *
 * @param replica the settings of the one replica, in the stack's own region
 */
record GlobalTable(ResourceRequest request, JsonNode replica) {
  private static final Set<String> REPLICA_KEYS =
      Set.of(
          "Region",
          "DeletionProtectionEnabled",
          "PointInTimeRecoverySpecification",
          "Tags",
          "TableClass",
          "SSESpecification",
          "ContributorInsightsSpecification",
          "GlobalSecondaryIndexes");
  private static final Set<String> INDEX_KEYS = Set.of("IndexName", "KeySchema", "Projection");

  /** On indexes and tables: capacity, of which the engine has no notion. */
  private static final Set<String> CAPACITY =
      Set.of("WarmThroughput", "WriteOnDemandThroughputSettings", "ReadOnDemandThroughputSettings");

  static GlobalTable of(ResourceRequest request) throws ResourceFailed {
    JsonNode properties = request.properties();
    if (!properties.path("BillingMode").asText("").equals("PAY_PER_REQUEST")) {
      throw new UnsupportedProperty(request, "BillingMode", "write PAY_PER_REQUEST");
    }
    JsonNode replicas = properties.path("Replicas");
    if (replicas.size() != 1
        || !replicas.path(0).path("Region").asText().equals(request.region())) {
      throw new UnsupportedProperty(
          request, "Replicas", "one replica, in the stack's own region " + request.region());
    }
    for (Map.Entry<String, JsonNode> entry : replicas.path(0).properties()) {
      if (!REPLICA_KEYS.contains(entry.getKey()) && !CAPACITY.contains(entry.getKey())) {
        throw new UnsupportedProperty(
            request, "Replicas.0." + entry.getKey(), "leave it out of what runs locally");
      }
    }
    return new GlobalTable(request, replicas.path(0));
  }

  String region() {
    return request.region();
  }

  boolean deletionProtected() {
    return replica.path("DeletionProtectionEnabled").asBoolean();
  }

  JsonNode timeToLive() {
    return request.properties().path("TimeToLiveSpecification");
  }

  /** The view type of the stream, or an empty text where the table has none. */
  String streamViewType() {
    return request.properties().path("StreamSpecification").path("StreamViewType").asText("");
  }

  /** The engine's input to create the table. */
  ObjectNode creation(String name, boolean withStream) throws UnsupportedProperty {
    ObjectNode input = DynamoDbApi.JSON.createObjectNode().put("TableName", name);
    for (String key : Set.of("AttributeDefinitions", "KeySchema", "BillingMode")) {
      input.set(key, request.properties().path(key));
    }
    JsonNode local = request.properties().path("LocalSecondaryIndexes");
    if (!local.isEmpty()) {
      input.set("LocalSecondaryIndexes", local);
    }
    ArrayNode indexes = indexes();
    if (!indexes.isEmpty()) {
      input.set("GlobalSecondaryIndexes", indexes);
    }
    if (withStream) {
      input
          .putObject("StreamSpecification")
          .put("StreamEnabled", true)
          .put("StreamViewType", streamViewType());
    }
    return input.put("DeletionProtectionEnabled", deletionProtected());
  }

  ArrayNode indexes() throws UnsupportedProperty {
    ArrayNode indexes = DynamoDbApi.JSON.createArrayNode();
    JsonNode wanted = request.properties().path("GlobalSecondaryIndexes");
    for (int i = 0; i < wanted.size(); i++) {
      ObjectNode index = indexes.addObject();
      for (Map.Entry<String, JsonNode> entry : wanted.path(i).properties()) {
        if (INDEX_KEYS.contains(entry.getKey())) {
          index.set(entry.getKey(), entry.getValue());
        } else if (!CAPACITY.contains(entry.getKey())) {
          throw new UnsupportedProperty(
              request,
              "GlobalSecondaryIndexes.%d.%s".formatted(i, entry.getKey()),
              "leave it out of what runs locally");
        }
      }
    }
    return indexes;
  }

  /** Notes in the table's record what the engine does not remember. */
  void note(ObjectNode record, InstantSource clock) {
    record.remove("tags");
    ControlPlane.addTags(record, replica.path("Tags"));
    PointInTimeRecovery.set(record, replica.path("PointInTimeRecoverySpecification"), clock);
    record.put(
        "encrypted", request.properties().path("SSESpecification").path("SSEEnabled").asBoolean());
    JsonNode warm = request.properties().path("WarmThroughput");
    if (warm.isObject()) {
      record.set("warm", warm);
    } else {
      record.remove("warm");
    }
    noteStream(record, clock);
  }

  private void noteStream(ObjectNode record, InstantSource clock) {
    if (streamViewType().isEmpty()) {
      record.remove("stream");
      return;
    }
    ObjectNode stream = record.withObject("/stream");
    if (!stream.path("viewType").asText().equals(streamViewType())) {
      stream.put("viewType", streamViewType());
      stream.put("label", StreamLabel.at(clock.instant()));
    }
  }
}
