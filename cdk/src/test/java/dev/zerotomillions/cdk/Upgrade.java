package dev.zerotomillions.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What CloudFormation would do to stateful resources on the way from one template to another. */
final class Upgrade {
  /** The types that hold data or an address, with the properties whose change replaces them. */
  private static final Map<String, List<String>> STATEFUL =
      Map.of(
          "AWS::DynamoDB::GlobalTable",
          List.of("TableName", "KeySchema", "AttributeDefinitions", "LocalSecondaryIndexes"),
          "AWS::DynamoDB::Table",
          List.of("TableName", "KeySchema", "AttributeDefinitions", "LocalSecondaryIndexes"),
          "AWS::S3::Bucket",
          List.of("BucketName"),
          "AWS::SQS::Queue",
          List.of("QueueName", "FifoQueue"),
          "AWS::ApiGatewayV2::Api",
          List.of("ProtocolType"),
          "AWS::ApiGateway::RestApi",
          List.of("ApiKeySourceType"),
          "Custom::SigningKey",
          List.of("ServiceToken"));

  private Upgrade() {}

  /** Returns the stateful resources that would be lost, each with the reason. */
  static List<String> losses(JsonNode before, JsonNode after) {
    List<String> losses = new ArrayList<>();
    before
        .path("Resources")
        .properties()
        .forEach(
            entry ->
                losses.addAll(
                    losses(
                        entry.getKey(),
                        entry.getValue(),
                        after.path("Resources").path(entry.getKey()))));
    return losses;
  }

  private static List<String> losses(String id, JsonNode before, JsonNode after) {
    String type = before.path("Type").asText();
    if (!STATEFUL.containsKey(type)) {
      return List.of();
    }
    if (!after.path("Type").asText().equals(type)) {
      return List.of(id + " is gone");
    }
    return STATEFUL.getOrDefault(type, List.of()).stream()
        .filter(
            property ->
                !before.at("/Properties/" + property).equals(after.at("/Properties/" + property)))
        .map(property -> id + " is replaced, since its " + property + " changes")
        .toList();
  }
}
