package dev.zerotomillions.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * What both subjects share: DynamoDB Local with one product, the environment, and the event that
 * reads it.
 */
final class Laboratory implements AutoCloseable {
  private static final String TABLE = "bench-catalog";
  private static final String PRODUCT = "espresso-cup";

  private final Process engine;
  private final int port;
  private final Path work;

  private Laboratory(Process engine, int port, Path work) {
    this.engine = engine;
    this.port = port;
    this.work = work;
  }

  static Laboratory open(Path root) throws IOException {
    var work = Files.createTempDirectory("bench");
    var lib = root.resolve("local/engines/dynamodb/target/lib");
    var port = freePort();
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-Dsqlite4java.library.path=" + lib,
            "-cp",
            lib + "/*",
            "com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
            "-inMemory",
            "-sharedDb",
            "-disableTelemetry",
            "-port",
            String.valueOf(port));
    var engine =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("dynamodb.log").toFile())
            .start();
    var laboratory = new Laboratory(engine, port, work);
    laboratory.putProduct();
    return laboratory;
  }

  Path work() {
    return work;
  }

  /** The environment that Lambda and the template would give the function. */
  Map<String, String> environment() {
    return Map.ofEntries(
        Map.entry("AWS_REGION", "us-east-1"),
        Map.entry("AWS_DEFAULT_REGION", "us-east-1"),
        Map.entry("AWS_ACCESS_KEY_ID", "bench"),
        Map.entry("AWS_SECRET_ACCESS_KEY", "bench"),
        Map.entry("AWS_ENDPOINT_URL", endpoint().toString()),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", "GetProduct"),
        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "1"),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512"),
        Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
        Map.entry("LAMBDA_TASK_ROOT", work.toString()),
        Map.entry("SHOP_SERVICE", "catalog"),
        Map.entry("SHOP_FUNCTION", "GetProduct"),
        Map.entry("CATALOG_TABLE", TABLE),
        Map.entry("TZ", ":UTC"));
  }

  /** An HTTP API event (payload 2.0) for {@code GET /api/products/espresso-cup}. */
  byte[] event() {
    return """
        {"version":"2.0","routeKey":"GET /api/products/{id}","rawPath":"/api/products/%1$s","rawQueryString":"",
         "headers":{"accept":"application/json","host":"localhost"},
         "requestContext":{"accountId":"000000000000","apiId":"bench","domainName":"localhost","domainPrefix":"bench",
           "http":{"method":"GET","path":"/api/products/%1$s","protocol":"HTTP/1.1","sourceIp":"127.0.0.1","userAgent":"bench"},
           "requestId":"bench","routeKey":"GET /api/products/{id}","stage":"$default",
           "time":"25/Nov/2026:00:00:00 +0000","timeEpoch":1795564800000},
         "pathParameters":{"id":"%1$s"},"isBase64Encoded":false}
        """
        .formatted(PRODUCT)
        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  private void putProduct() {
    try (var dynamoDb = client()) {
      dynamoDb.createTable(
          table ->
              table
                  .tableName(TABLE)
                  .billingMode(BillingMode.PAY_PER_REQUEST)
                  .attributeDefinitions(attribute("pk"), attribute("sk"))
                  .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
      dynamoDb.putItem(
          put ->
              put.tableName(TABLE)
                  .item(
                      Map.ofEntries(
                          text("pk", "PRODUCT#" + PRODUCT),
                          text("sk", "PRODUCT"),
                          text("id", PRODUCT),
                          text("name", "Espresso cup"),
                          text("description", "Holds a double, keeps it warm."),
                          text("category", "kitchen"),
                          number("priceAmount", "1450"),
                          text("priceCurrency", "EUR"),
                          text("createdAt", "2026-11-25T08:00:00Z"),
                          text("updatedAt", "2026-11-25T08:00:00Z"),
                          number("version", "1"))));
    }
  }

  private DynamoDbClient client() {
    return DynamoDbClient.builder()
        .region(Region.US_EAST_1)
        .endpointOverride(endpoint())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("bench", "bench")))
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(
            config ->
                config.apiCallTimeout(Duration.ofSeconds(30)).retryStrategy(r -> r.maxAttempts(20)))
        .build();
  }

  private static Map.Entry<String, AttributeValue> text(String name, String value) {
    return Map.entry(name, AttributeValue.fromS(value));
  }

  private static Map.Entry<String, AttributeValue> number(String name, String value) {
    return Map.entry(name, AttributeValue.fromN(value));
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    engine.destroyForcibly();
  }
}
