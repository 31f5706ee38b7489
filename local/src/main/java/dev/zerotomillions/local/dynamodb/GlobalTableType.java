package dev.zerotomillions.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** {@code AWS::DynamoDB::GlobalTable}, which is what CDK's {@code TableV2} always makes. */
final class GlobalTableType implements ResourceType {
  private final Tables tables;

  GlobalTableType(Tables tables) {
    this.tables = tables;
  }

  @Override
  public String name() {
    return "AWS::DynamoDB::GlobalTable";
  }

  @Override
  public PropertyRules properties() {
    return PropertyRules.honours(
            "TableName",
            "KeySchema",
            "AttributeDefinitions",
            "GlobalSecondaryIndexes",
            "LocalSecondaryIndexes",
            "BillingMode",
            "StreamSpecification",
            "TimeToLiveSpecification",
            "Replicas",
            "SSESpecification",
            "WarmThroughput")
        .andIgnores("WriteOnDemandThroughputSettings", "ReadOnDemandThroughputSettings");
  }

  @Override
  public boolean stateful() {
    return true;
  }

  @Override
  public Set<String> replacedBy() {
    return Set.of("TableName", "KeySchema", "LocalSecondaryIndexes");
  }

  @Override
  public Provisioned create(ResourceRequest request) throws ResourceFailed {
    return put(request, request.properties().path("TableName").asText(generatedName(request)));
  }

  @Override
  public Provisioned update(ResourceRequest request, Provisioned current, ObjectNode before)
      throws ResourceFailed {
    return put(request, current.physicalId());
  }

  @Override
  public void delete(ResourceRequest request, Provisioned current) throws ResourceFailed {
    try {
      tables.delete(request.region(), current.physicalId());
    } catch (AwsError e) {
      throw failed(request, current.physicalId(), e);
    } catch (InterruptedException e) {
      throw interrupted(request, e);
    }
  }

  private Provisioned put(ResourceRequest request, String name) throws ResourceFailed {
    GlobalTable wanted = GlobalTable.of(request);
    try {
      JsonNode table = tables.put(wanted, name);
      Map<String, JsonNode> attributes = new HashMap<>();
      attributes.put("Arn", table.path("TableArn"));
      attributes.put("TableId", table.path("TableId"));
      if (table.has("LatestStreamArn")) {
        attributes.put("StreamArn", table.path("LatestStreamArn"));
      }
      return new Provisioned(name, attributes);
    } catch (AwsError e) {
      throw failed(request, name, e);
    } catch (InterruptedException e) {
      throw interrupted(request, e);
    }
  }

  /** A name as CloudFormation makes them, but the same each time for one resource. */
  private static String generatedName(ResourceRequest request) {
    String suffix =
        UUID.nameUUIDFromBytes(
                (request.stack() + "/" + request.logicalId()).getBytes(StandardCharsets.UTF_8))
            .toString()
            .replace("-", "")
            .substring(0, 12)
            .toUpperCase(Locale.ROOT);
    return "%s-%s-%s".formatted(request.stack(), request.logicalId(), suffix);
  }

  private static ResourceFailed failed(ResourceRequest request, String table, AwsError e) {
    return new ResourceFailed(
        "%s/%s (%s): table %s: %s: %s"
            .formatted(
                request.stack(), request.logicalId(), request.type(), table, e.code(), e.message()),
        e);
  }

  private static ResourceFailed interrupted(ResourceRequest request, InterruptedException e) {
    Thread.currentThread().interrupt();
    return new ResourceFailed(
        "%s/%s: interrupted".formatted(request.stack(), request.logicalId()), e);
  }
}
