package dev.zerotomillions.local.sqs;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.Apis;
import dev.zerotomillions.local.aws.Guard;
import dev.zerotomillions.local.aws.Signature;
import dev.zerotomillions.local.engines.SqsEngine;
import dev.zerotomillions.local.process.Child;
import dev.zerotomillions.local.process.Children;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import dev.zerotomillions.local.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** SQS's API over HTTP, on the real engine. */
public final class SqsRig implements AutoCloseable {
  public static final String REGION = "eu-west-1";
  public static final String ACCOUNT = "123456789012";
  private static final JsonMapper JSON = new JsonMapper();

  private final Children children;
  private final Sqs sqs;
  private final WebServer server;

  public SqsRig(Path data) throws IOException, InterruptedException {
    children = new Children(data);
    sqs =
        new Sqs(
            children,
            new SqsEngine.Place(
                Path.of("engines/sqs/target/lib"),
                data,
                URI.create("http://localhost:4566"),
                ACCOUNT));
    Apis apis = new Apis(List.of(sqs.api()), Guard.OPEN);
    server =
        WebServer.start(
            0,
            request ->
                apis.handle(
                    request, Objects.requireNonNull(Signature.of(request), "unsigned request")));
  }

  public Queues queues() {
    return sqs.queues();
  }

  ResourceType type(String name) {
    return sqs.resourceTypes().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  public SqsClient client() {
    return SqsClient.builder()
        .endpointOverride(URI.create("http://127.0.0.1:" + server.port()))
        .region(Region.of(REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** Kills the engine's process as a crash would. */
  void killEngine() {
    children.running().forEach(Child::kill);
  }

  static ResourceRequest request(String logicalId, String type, String properties)
      throws IOException {
    return new ResourceRequest(
        REGION, ACCOUNT, "Jobs", logicalId, type, JSON.readValue(properties, ObjectNode.class));
  }

  @Override
  public void close() throws IOException {
    server.close();
    sqs.close();
    children.close();
  }
}
