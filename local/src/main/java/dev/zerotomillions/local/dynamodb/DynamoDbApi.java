package dev.zerotomillions.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.Arns;
import dev.zerotomillions.local.aws.AwsApi;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.aws.AwsResponse;
import dev.zerotomillions.local.aws.Need;
import dev.zerotomillions.local.engines.DynamoDbEngine;
import dev.zerotomillions.local.engines.EngineUnavailable;
import dev.zerotomillions.local.resources.ResourceType;
import dev.zerotomillions.local.web.WebResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * DynamoDB's API: passes calls to the engine, and answers those that the engine lacks.
 *
 * <p>The engine keeps a database per access key and region. All callers of a region share one here,
 * as on AWS, so each call reaches the engine under the same key.
 */
public final class DynamoDbApi implements AwsApi {
  static final JsonMapper JSON = new JsonMapper();
  private static final String TARGET = "DynamoDB_20120810.";

  private final DynamoDbEngine engine;
  private final TableRecords records;
  private final ControlPlane controlPlane;
  private final String account;
  private final Predicate<String> needsStream;
  private final InstantSource clock;

  /**
   * Makes the API.
   *
   * @param data the emulator's data folder
   * @param account the AWS account number that ARNs show
   * @param needsStream whether something consumes a table's stream, by the table's name; the
   *     engine's streams slow writes, so the others only look as if they were on
   */
  public DynamoDbApi(
      DynamoDbEngine engine,
      Path data,
      String account,
      InstantSource clock,
      Predicate<String> needsStream) {
    this.engine = engine;
    this.needsStream = needsStream;
    this.clock = clock;
    this.account = account;
    this.records = new TableRecords(data.resolve("dynamodb").resolve("tables.json"));
    this.controlPlane = new ControlPlane(this, records, clock);
  }

  /** The resource types of tables. */
  public List<ResourceType> resourceTypes() {
    return List.of(new GlobalTableType(new Tables(this, records, needsStream, clock)));
  }

  /** The API of streams, which the same engine serves. */
  public AwsApi streams() {
    return new StreamsApi(this);
  }

  @Override
  public String signingName() {
    return "dynamodb";
  }

  @Override
  public List<Need> rights(AwsRequest request, Arns arns) throws AwsError {
    return DynamoDbRights.of(request, arns);
  }

  @Override
  public AwsResponse handle(AwsRequest request) throws AwsError, InterruptedException {
    List<String> targets = request.headers().getOrDefault("x-amz-target", List.of());
    if (targets.size() != 1) {
      throw new AwsError(400, "UnknownOperationException", "One X-Amz-Target header is needed");
    }
    String target = targets.getFirst();
    if (target.startsWith(TARGET)) {
      String operation = target.substring(TARGET.length());
      if (controlPlane.answers(operation)) {
        ObjectNode answer = controlPlane.answer(operation, request.region(), read(request.body()));
        return new AwsResponse(
            200,
            Map.of("Content-Type", "application/x-amz-json-1.0"),
            answer.toString().getBytes(StandardCharsets.UTF_8));
      }
    }
    return forward(target, request.region(), request.body());
  }

  /** Passes a call on. The engine's names for region and account are translated both ways. */
  AwsResponse forward(String target, String region, byte[] body)
      throws AwsError, InterruptedException {
    EngineArns arns = new EngineArns(region, account);
    WebResponse response = send(target, region, arns.toEngine(target, body));
    byte[] answer = arns.fromEngine(target, response.body());
    String type = response.headers().first("Content-Type", "application/x-amz-json-1.0");
    String checksum = response.headers().first("x-amz-crc32");
    return checksum == null || answer != response.body()
        ? new AwsResponse(response.status(), Map.of("Content-Type", type), answer)
        : new AwsResponse(
            response.status(), Map.of("Content-Type", type, "x-amz-crc32", checksum), answer);
  }

  private WebResponse send(String target, String region, byte[] body)
      throws AwsError, InterruptedException {
    try {
      return engine.call(region, target, body);
    } catch (EngineUnavailable e) {
      throw new AwsError(503, "ServiceUnavailable", String.valueOf(e.getMessage()));
    }
  }

  /** Asks the engine for an operation, on the emulator's own behalf. */
  ObjectNode call(String operation, String region, JsonNode input)
      throws AwsError, InterruptedException {
    AwsResponse response =
        forward(TARGET + operation, region, input.toString().getBytes(StandardCharsets.UTF_8));
    ObjectNode answer = read(response.body());
    if (response.status() != 200) {
      String type = answer.path("__type").asText("InternalServerError");
      throw new AwsError(
          response.status(),
          type.substring(type.indexOf('#') + 1),
          answer.path("message").asText(answer.path("Message").asText("no message")));
    }
    return answer;
  }

  String account() {
    return account;
  }

  static ObjectNode read(byte[] json) throws AwsError {
    try {
      return JSON.readValue(json, ObjectNode.class);
    } catch (IOException e) {
      throw new AwsError(400, "SerializationException", "The body is not a JSON object");
    }
  }
}
