package dev.zerotomillions.local.dynamodb;

import dev.zerotomillions.local.aws.Apis;
import dev.zerotomillions.local.aws.Guard;
import dev.zerotomillions.local.aws.Signature;
import dev.zerotomillions.local.engines.DynamoDbEngine;
import dev.zerotomillions.local.process.Children;
import dev.zerotomillions.local.resources.ResourceType;
import dev.zerotomillions.local.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** DynamoDB's API over HTTP, on the real engine. */
final class DynamoDbRig implements AutoCloseable {
  private final Children children;
  private final DynamoDbEngine engine;
  private final DynamoDbApi api;
  private final WebServer server;

  DynamoDbRig(Path data) throws Exception {
    children = new Children(data);
    engine = DynamoDbEngine.start(children, Path.of("engines/dynamodb/target/lib"), data);
    api = new DynamoDbApi(engine, data, "123456789012", InstantSource.system(), table -> false);
    Apis apis = new Apis(List.of(api, api.streams()), Guard.OPEN);
    server =
        WebServer.start(
            0,
            request ->
                apis.handle(
                    request, Objects.requireNonNull(Signature.of(request), "unsigned request")));
  }

  DynamoDbEngine engine() {
    return engine;
  }

  ResourceType type() {
    return api.resourceTypes().getFirst();
  }

  DynamoDbClient client(String region, String accessKey) {
    return DynamoDbClient.builder()
        .endpointOverride(URI.create("http://127.0.0.1:" + server.port()))
        .region(Region.of(region))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "secret")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  @Override
  public void close() throws IOException {
    server.close();
    engine.close();
    children.close();
  }
}
