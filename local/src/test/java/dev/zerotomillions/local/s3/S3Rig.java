package dev.zerotomillions.local.s3;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.Apis;
import dev.zerotomillions.local.aws.Guard;
import dev.zerotomillions.local.aws.Signature;
import dev.zerotomillions.local.iam.Credentials;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import dev.zerotomillions.local.web.WebServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** S3's API over HTTP, and AWS's own client of it. */
final class S3Rig implements AutoCloseable {
  static final AwsCredentials DEVELOPER = AwsBasicCredentials.create("local", "local");

  private final S3 s3;
  private final WebServer server;

  S3Rig(Path data, Credentials credentials, InstantSource clock) throws IOException {
    this(data, credentials, Guard.OPEN, clock);
  }

  S3Rig(Path data, Credentials credentials, Guard guard, InstantSource clock) throws IOException {
    s3 = new S3(data, credentials, guard, clock);
    Apis apis = new Apis(List.of(s3.api()), guard);
    server =
        WebServer.start(
            0,
            request -> {
              Signature signature = Signature.of(request);
              return apis.handle(
                  request, signature == null ? new Signature("", "eu-west-1", "s3") : signature);
            });
  }

  URI endpoint() {
    return URI.create("http://localhost:" + server.port());
  }

  S3Client client() {
    return client(DEVELOPER);
  }

  S3Client client(AwsCredentials credentials) {
    return S3Client.builder()
        .endpointOverride(endpoint())
        .region(Region.EU_WEST_1)
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .forcePathStyle(true)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  S3Presigner presigner(AwsCredentials credentials) {
    return S3Presigner.builder()
        .endpointOverride(endpoint())
        .region(Region.EU_WEST_1)
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
        .build();
  }

  ResourceType type(String name) {
    return s3.resourceTypes().stream()
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  ResourceRequest request(String type, String properties) throws IOException {
    return new ResourceRequest(
        "eu-west-1",
        "123456789012",
        "Files",
        "Bucket",
        type,
        new JsonMapper().readValue(properties, ObjectNode.class));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
