package dev.zerotomillions.local.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.UnsupportedProperty;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReplicationGroupUpdate;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.Tag;

class DynamoDbTest {
  private static final String TABLE =
      """
      {"TableName": "orders", "BillingMode": "PAY_PER_REQUEST",
       "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
       "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
       "StreamSpecification": {"StreamViewType": "NEW_AND_OLD_IMAGES"},
       "TimeToLiveSpecification": {"AttributeName": "expiresAt", "Enabled": true},
       "SSESpecification": {"SSEEnabled": true},
       "Replicas": [{"Region": "eu-west-1", "DeletionProtectionEnabled": true,
         "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": true},
         "Tags": [{"Key": "service", "Value": "orders"}]}]}
      """;

  @TempDir static Path data;
  private static DynamoDbRig rig;

  @BeforeAll
  static void start() throws Exception {
    rig = new DynamoDbRig(data);
  }

  @AfterAll
  static void stop() throws Exception {
    rig.close();
  }

  @Test
  void table_fromTemplate_isDescribedAsAwsDescribesIt() throws Exception {
    Provisioned table = rig.type().create(request("described", "eu-west-1"));

    DynamoDbClient client = rig.client("eu-west-1", "AKIAONE");
    TableDescription description = client.describeTable(b -> b.tableName("described")).table();
    assertEquals("described", table.physicalId());
    assertEquals("arn:aws:dynamodb:eu-west-1:123456789012:table/described", description.tableArn());
    assertEquals(description.tableArn(), attribute(table, "Arn"));
    assertEquals(description.tableId(), attribute(table, "TableId"));
    assertEquals(description.latestStreamArn(), attribute(table, "StreamArn"));
    assertTrue(description.latestStreamArn().startsWith(description.tableArn() + "/stream/"));
    assertTrue(description.deletionProtectionEnabled());
    assertEquals("ENABLED", description.sseDescription().statusAsString());
    assertEquals(
        "expiresAt",
        client
            .describeTimeToLive(b -> b.tableName("described"))
            .timeToLiveDescription()
            .attributeName());
    assertEquals(
        "ENABLED",
        client
            .describeContinuousBackups(b -> b.tableName("described"))
            .continuousBackupsDescription()
            .pointInTimeRecoveryDescription()
            .pointInTimeRecoveryStatusAsString());
    assertEquals(
        Map.of("service", "orders"),
        Map.of(
            "service",
            client
                .listTagsOfResource(b -> b.resourceArn(description.tableArn()))
                .tags()
                .getFirst()
                .value()));
  }

  @Test
  void callersOfOneRegion_shareOneDatabase_andRegionsAreApart() throws Exception {
    rig.type().create(request("shared", "eu-west-1"));
    put(rig.client("eu-west-1", "AKIAONE"), "shared", "a");

    assertTrue(get(rig.client("eu-west-1", "AKIATWO"), "shared", "a"));
    assertThrows(
        ResourceNotFoundException.class,
        () -> get(rig.client("us-east-1", "AKIAONE"), "shared", "a"));
  }

  @Test
  void createdAgain_tableKeepsItsItems() throws Exception {
    Provisioned first = rig.type().create(request("again", "eu-west-1"));
    put(rig.client("eu-west-1", "AKIAONE"), "again", "a");

    assertEquals(first, rig.type().create(request("again", "eu-west-1")));
    assertTrue(get(rig.client("eu-west-1", "AKIAONE"), "again", "a"));
  }

  @Test
  void killedEngine_comesBackWithEveryAcknowledgedWrite() throws Exception {
    rig.type().create(request("durable", "eu-west-1"));
    DynamoDbClient client = rig.client("eu-west-1", "AKIAONE");
    for (int i = 0; i < 50; i++) {
      put(client, "durable", "item-" + i);
    }

    long before = rig.engine().pid();
    ProcessHandle engine = ProcessHandle.of(before).orElseThrow();
    engine.destroyForcibly();
    engine.onExit().join();

    for (int i = 0; i < 50; i++) {
      assertTrue(get(client, "durable", "item-" + i), "item-" + i);
    }
    assertFalse(before == rig.engine().pid());
  }

  @Test
  void protectedTable_isNotDeleted_andUnprotectedIs() throws Exception {
    ResourceRequest request = request("protected", "eu-west-1");
    Provisioned table = rig.type().create(request);

    ResourceFailed refusal =
        assertThrows(ResourceFailed.class, () -> rig.type().delete(request, table));
    assertTrue(String.valueOf(refusal.getMessage()).contains("protected against deletion"));

    ResourceRequest open = request("protected", "eu-west-1");
    ((ObjectNode) open.properties().path("Replicas").path(0))
        .put("DeletionProtectionEnabled", false);
    rig.type().update(open, table, request.properties());
    rig.type().delete(open, table);
    rig.type().delete(open, table);
  }

  @Test
  void update_addsIndex_andTurnsTimeToLiveOff() throws Exception {
    ResourceRequest before = request("indexed", "eu-west-1");
    Provisioned table = rig.type().create(before);
    put(rig.client("eu-west-1", "AKIAONE"), "indexed", "a");

    ResourceRequest after = request("indexed", "eu-west-1");
    after
        .properties()
        .withArray("/AttributeDefinitions")
        .addObject()
        .put("AttributeName", "category")
        .put("AttributeType", "S");
    ObjectNode index =
        after
            .properties()
            .withArray("/GlobalSecondaryIndexes")
            .addObject()
            .put("IndexName", "gsi1");
    index.putArray("KeySchema").addObject().put("AttributeName", "category").put("KeyType", "HASH");
    index.putObject("Projection").put("ProjectionType", "ALL");
    after.properties().remove("TimeToLiveSpecification");
    rig.type().update(after, table, before.properties());

    DynamoDbClient client = rig.client("eu-west-1", "AKIAONE");
    TableDescription description = client.describeTable(b -> b.tableName("indexed")).table();
    assertEquals("ACTIVE", description.globalSecondaryIndexes().getFirst().indexStatusAsString());
    assertEquals(
        "DISABLED",
        client
            .describeTimeToLive(b -> b.tableName("indexed"))
            .timeToLiveDescription()
            .timeToLiveStatusAsString());
    assertTrue(get(client, "indexed", "a"));
  }

  @Test
  void secondReplica_isRefusedByName() throws Exception {
    ResourceRequest request = request("replicated", "eu-west-1");
    request.properties().withArray("/Replicas").addObject().put("Region", "us-east-1");

    UnsupportedProperty refusal =
        assertThrows(UnsupportedProperty.class, () -> rig.type().create(request));
    assertTrue(String.valueOf(refusal.getMessage()).contains("Replicas"));
  }

  @Test
  void tags_areAddedAndRemoved() throws Exception {
    Provisioned table = rig.type().create(request("tagged", "eu-west-1"));
    String arn = attribute(table, "Arn");
    DynamoDbClient client = rig.client("eu-west-1", "AKIAONE");

    client.tagResource(
        b -> b.resourceArn(arn).tags(Tag.builder().key("team").value("shop").build()));
    client.untagResource(b -> b.resourceArn(arn).tagKeys("service"));

    assertEquals(
        "team", client.listTagsOfResource(b -> b.resourceArn(arn)).tags().getFirst().key());
  }

  @Test
  void operationWithoutEmulation_isRefusedByName() {
    DynamoDbException refusal =
        assertThrows(
            DynamoDbException.class,
            () -> rig.client("eu-west-1", "AKIAONE").listBackups(b -> b.limit(1)));
    assertTrue(refusal.awsErrorDetails().errorMessage().contains("ListBackups"));
  }

  @Test
  void replicaByCall_isRefused() throws Exception {
    rig.type().create(request("single", "eu-west-1"));
    ReplicationGroupUpdate create =
        ReplicationGroupUpdate.builder().create(c -> c.regionName("us-east-1")).build();
    DynamoDbException refusal =
        assertThrows(
            DynamoDbException.class,
            () ->
                rig.client("eu-west-1", "AKIAONE")
                    .updateTable(b -> b.tableName("single").replicaUpdates(create)));
    assertTrue(refusal.awsErrorDetails().errorMessage().contains("ReplicaUpdates"));
  }

  private static ResourceRequest request(String table, String region) throws Exception {
    ObjectNode properties = DynamoDbApi.JSON.readValue(TABLE, ObjectNode.class);
    properties.put("TableName", table);
    return new ResourceRequest(
        region, "123456789012", "Data", table, "AWS::DynamoDB::GlobalTable", properties);
  }

  private static String attribute(Provisioned table, String name) {
    return Objects.requireNonNull(table.attributes().get(name), name).asText();
  }

  private static void put(DynamoDbClient client, String table, String key) {
    client.putItem(b -> b.tableName(table).item(Map.of("pk", AttributeValue.fromS(key))));
  }

  private static boolean get(DynamoDbClient client, String table, String key) {
    return client
        .getItem(b -> b.tableName(table).key(Map.of("pk", AttributeValue.fromS(key))))
        .hasItem();
  }
}
