package dev.zerotomillions.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.Apis;
import dev.zerotomillions.local.aws.Guard;
import dev.zerotomillions.local.front.FrontDoor;
import dev.zerotomillions.local.gateway.common.IamAuthorizer;
import dev.zerotomillions.local.iam.Credentials;
import dev.zerotomillions.local.iam.Permissions;
import dev.zerotomillions.local.iam.Roles;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import dev.zerotomillions.local.signing.SignatureVerifier;
import dev.zerotomillions.local.web.WebClient;
import dev.zerotomillions.local.web.WebHeaders;
import dev.zerotomillions.local.web.WebResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** A gateway behind the front door over real HTTP, with functions that are fakes. */
final class GatewayRig implements AutoCloseable {
  static final String ACCOUNT = "123456789012";
  private static final JsonMapper JSON = new JsonMapper();

  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-25T10:00:00Z"));

  final Credentials credentials = new Credentials();
  final Roles roles = new Roles();
  final FakeFunctions functions = new FakeFunctions();
  final AtomicLong nanoTime = new AtomicLong();
  final Gateway gateway;
  private final Map<String, ResourceRequest> requests = new HashMap<>();
  private final Map<String, Provisioned> provisioned = new LinkedHashMap<>();
  private final FrontDoor door;
  private final WebClient client;
  volatile boolean permitted = true;
  volatile String sourceArn = "";

  GatewayRig(Path logs) throws IOException {
    gateway =
        new Gateway(
            functions,
            (function, principal, source) -> {
              sourceArn = source;
              return permitted;
            },
            new IamAuthorizer(
                new SignatureVerifier(credentials, CLOCK), new Permissions(roles, CLOCK)),
            logs,
            CLOCK,
            nanoTime::get);
    door =
        FrontDoor.open(
            0,
            new Apis(List.of(), Guard.OPEN),
            gateway,
            request -> WebResponse.text(200, "control " + request.path()));
    client = new WebClient(door.port());
  }

  /** Restores another run's resources here, in the order in which they were created. */
  void restoreFrom(GatewayRig earlier) throws ResourceFailed {
    for (Map.Entry<String, Provisioned> each : earlier.provisioned.entrySet()) {
      ResourceRequest request = Objects.requireNonNull(earlier.requests.get(each.getKey()));
      type(request.type()).restore(request, each.getValue());
    }
  }

  /** Creates a resource, or updates it where it stands; {@code @Name} stands for an id. */
  Provisioned put(String type, String logicalId, String properties) throws ResourceFailed {
    String resolved = properties;
    for (Map.Entry<String, Provisioned> other : provisioned.entrySet()) {
      resolved = resolved.replace("@" + other.getKey(), other.getValue().physicalId());
    }
    ResourceRequest request = request(type, logicalId, resolved);
    ResourceRequest before = requests.put(logicalId, request);
    Provisioned current = provisioned.get(logicalId);
    Provisioned now =
        current == null || before == null
            ? type(type).create(request)
            : type(type).update(request, current, before.properties());
    provisioned.put(logicalId, now);
    return now;
  }

  void delete(String logicalId) throws ResourceFailed {
    ResourceRequest request = Objects.requireNonNull(requests.remove(logicalId));
    type(request.type()).delete(request, Objects.requireNonNull(provisioned.remove(logicalId)));
  }

  /**
   * Sends requests from several clients while something changes; each must be answered with 200.
   */
  void whileServing(String target, Change change) throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        all.add(
            clients.submit(
                () -> {
                  int worst = 200;
                  while (!done.get()) {
                    worst = Math.max(worst, get(target).status());
                  }
                  return worst;
                }));
      }
      try {
        change.make();
      } finally {
        done.set(true);
      }
      for (Future<Integer> each : all) {
        assertEquals(200, each.get());
      }
    }
  }

  /** A change of resources. */
  interface Change {
    void make() throws ResourceFailed;
  }

  int port() {
    return door.port();
  }

  String id(String logicalId) {
    return Objects.requireNonNull(provisioned.get(logicalId)).physicalId();
  }

  static ResourceRequest request(String type, String logicalId, String properties) {
    try {
      return new ResourceRequest(
          "eu-west-1",
          ACCOUNT,
          "Shop",
          logicalId,
          type,
          JSON.readValue(properties, ObjectNode.class));
    } catch (IOException e) {
      throw new IllegalArgumentException(properties, e);
    }
  }

  ResourceType type(String name) {
    return gateway.resourceTypes().stream()
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  WebResponse get(String target, String... headers) throws IOException {
    return send("GET", target, "", headers);
  }

  WebResponse send(String method, String target, String body, String... headers)
      throws IOException {
    return send(method, target, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  WebResponse send(String method, String target, byte[] body, String... headers)
      throws IOException {
    return client.send(method, target, WebHeaders.of(headers), body, Duration.ofSeconds(20));
  }

  static String text(WebResponse response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  static JsonNode json(WebResponse response) throws IOException {
    return JSON.readTree(response.body());
  }

  @Override
  public void close() throws IOException {
    client.close();
    door.close();
  }
}
