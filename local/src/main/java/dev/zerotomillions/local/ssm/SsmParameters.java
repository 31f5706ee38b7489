package dev.zerotomillions.local.ssm;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.Arns;
import dev.zerotomillions.local.aws.AwsApi;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.aws.AwsResponse;
import dev.zerotomillions.local.aws.Need;
import dev.zerotomillions.local.resources.ResourceType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The Parameter Store's API. */
public final class SsmParameters implements AwsApi {
  static final JsonMapper JSON = new JsonMapper();
  private static final String TARGET = "AmazonSSM.";

  private final ParameterStore store;
  private final ParameterWrites writes;
  private final ParameterReads reads;

  /**
   * Opens the store.
   *
   * @param data the emulator's data folder
   * @param account the AWS account number that ARNs show
   */
  public SsmParameters(Path data, String account, InstantSource clock) {
    Path folder = data.resolve("ssm");
    Vault vault = new Vault(folder.resolve("key"));
    this.store = new ParameterStore(folder.resolve("parameters.json"), account);
    this.writes = new ParameterWrites(store, vault, clock);
    this.reads = new ParameterReads(store, vault);
  }

  /** The resource types of parameters. */
  public List<ResourceType> resourceTypes() {
    return List.of(new ParameterType(writes, store));
  }

  @Override
  public String signingName() {
    return "ssm";
  }

  @Override
  public List<Need> rights(AwsRequest request, Arns arns) throws AwsError {
    return SsmRights.of(request, arns);
  }

  @Override
  public AwsResponse handle(AwsRequest request) throws AwsError {
    String target = String.join("", request.headers().getOrDefault("x-amz-target", List.of()));
    String operation = target.startsWith(TARGET) ? target.substring(TARGET.length()) : target;
    ObjectNode answer = answer(operation, request.region(), input(request.body()));
    return new AwsResponse(
        200,
        Map.of("Content-Type", "application/x-amz-json-1.1"),
        answer.toString().getBytes(StandardCharsets.UTF_8));
  }

  private ObjectNode answer(String operation, String region, ObjectNode input) throws AwsError {
    return switch (operation) {
      case "PutParameter" -> writes.put(region, input);
      case "DeleteParameter" -> writes.delete(region, input);
      case "DeleteParameters" -> writes.deleteAll(region, input);
      case "GetParameter" -> reads.one(region, input);
      case "GetParameters" -> reads.several(region, input);
      case "GetParametersByPath" -> reads.byPath(region, input);
      case "GetParameterHistory" -> reads.history(region, input);
      case "DescribeParameters" -> reads.describe(region, input);
      default ->
          throw new AwsError(
              400,
              "UnknownOperationException",
              "ssm:" + operation + " is not supported by the local emulator");
    };
  }

  static ObjectNode input(byte[] body) throws AwsError {
    try {
      return JSON.readValue(body, ObjectNode.class);
    } catch (IOException e) {
      throw new AwsError(400, "SerializationException", "The body is not a JSON object");
    }
  }

  static AwsError invalid(String message) {
    return new AwsError(400, "ValidationException", message);
  }

  /** AWS's own answer, which has no message. */
  static AwsError notFound() {
    return new AwsError(400, "ParameterNotFound", "");
  }
}
