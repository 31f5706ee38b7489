package dev.zerotomillions.cdk.constructs;

import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexPropsV2;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.TableEncryptionV2;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.constructs.Construct;

/**
 * A service's table: its single-table layout, and the protection of what it holds.
 *
 * <p>Nothing here depends on the phase, so that climbing never touches data. The stream is on from
 * the first day since replicas and outboxes of later phases need it, and it costs nothing unread.
 */
public final class ServiceTable extends Construct {
  private final TableV2 table;

  public ServiceTable(Construct scope, String id, List<String> indexes) {
    super(scope, id);
    table =
        TableV2.Builder.create(this, "Table")
            .partitionKey(text("pk"))
            .sortKey(text("sk"))
            .globalSecondaryIndexes(indexes.stream().map(ServiceTable::index).toList())
            .timeToLiveAttribute("expiresAt")
            .billing(Billing.onDemand())
            .encryption(TableEncryptionV2.dynamoOwnedKey())
            .dynamoStream(StreamViewType.NEW_AND_OLD_IMAGES)
            .pointInTimeRecoverySpecification(
                PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
            .deletionProtection(true)
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
  }

  public ITable table() {
    return table;
  }

  private static GlobalSecondaryIndexPropsV2 index(String name) {
    return GlobalSecondaryIndexPropsV2.builder()
        .indexName(name)
        .partitionKey(text(name + "pk"))
        .sortKey(text(name + "sk"))
        .projectionType(ProjectionType.ALL)
        .build();
  }

  private static Attribute text(String name) {
    return Attribute.builder().name(name).type(AttributeType.STRING).build();
  }
}
