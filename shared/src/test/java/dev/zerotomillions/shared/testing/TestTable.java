package dev.zerotomillions.shared.testing;

import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A fresh table with the layout that every service's table has. */
public final class TestTable {
  public static final String ACCESS_KEY = "test";
  public static final String REGION = "eu-central-1";

  private static final class Holder {
    private static final DynamoDbClient CLIENT =
        DynamoDbClient.builder()
            .endpointOverride(DynamoDbLocal.endpoint())
            .region(Region.of(REGION))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, "test")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  private final String name = "test-" + UUID.randomUUID();

  private TestTable() {}

  /** Creates a table with the index {@code gsi1}. */
  public static TestTable create() {
    TestTable table = new TestTable();
    client()
        .createTable(
            request ->
                request
                    .tableName(table.name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(
                        string("pk"), string("sk"), string("gsi1pk"), string("gsi1sk"))
                    .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                    .globalSecondaryIndexes(
                        GlobalSecondaryIndex.builder()
                            .indexName("gsi1")
                            .keySchema(key("gsi1pk", KeyType.HASH), key("gsi1sk", KeyType.RANGE))
                            .projection(all -> all.projectionType(ProjectionType.ALL))
                            .build()));
    return table;
  }

  /** A client of the engine, to look at what an endpoint wrote. */
  public static DynamoDbClient client() {
    return Holder.CLIENT;
  }

  public String name() {
    return name;
  }

  /** How many items the table holds. */
  public int count() {
    return client().scan(request -> request.tableName(name).consistentRead(true)).count();
  }

  private static AttributeDefinition string(String attribute) {
    return AttributeDefinition.builder()
        .attributeName(attribute)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String attribute, KeyType type) {
    return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
  }
}
