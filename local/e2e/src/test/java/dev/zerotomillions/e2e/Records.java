package dev.zerotomillions.e2e;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the services have written to their tables, read past the API by an ordinary AWS client. */
final class Records implements AutoCloseable {
  private final DynamoDbClient client;

  Records(String awsEndpoint, String region) {
    client =
        DynamoDbClient.builder()
            .endpointOverride(URI.create(awsEndpoint))
            .region(Region.of(region))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  /** A row, of which a test asks no more than it knows to be there. */
  record Row(Map<String, AttributeValue> attributes) {
    String text(String attribute) {
      return Objects.requireNonNull(attributes.get(attribute), attribute).s();
    }

    long number(String attribute) {
      return Long.parseLong(Objects.requireNonNull(attributes.get(attribute), attribute).n());
    }
  }

  /** All rows of a service's table whose partition key begins so. */
  List<Row> of(String service, String prefix) {
    var table =
        client.listTablesPaginator().tableNames().stream()
            .filter(name -> name.startsWith(service + "-Data"))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No table of " + service));
    return client
        .scanPaginator(
            scan ->
                scan.tableName(table)
                    .consistentRead(true)
                    .filterExpression("begins_with(pk, :prefix)")
                    .expressionAttributeValues(Map.of(":prefix", AttributeValue.fromS(prefix))))
        .items()
        .stream()
        .map(Row::new)
        .toList();
  }

  @Override
  public void close() {
    client.close();
  }
}
