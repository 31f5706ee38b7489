package dev.zerotomillions.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.aws.Arns;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.aws.Guard;
import dev.zerotomillions.local.aws.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rights that DynamoDB's calls ask for: the operation on each table or index. A transaction
 * asks for those of its parts, and has none of its own.
 */
final class DynamoDbRights {
  private static final String SERVICE = "dynamodb";
  private static final Set<String> ON_A_TABLE =
      Set.of("GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan", "DescribeTable");
  private static final Map<String, String> PARTS =
      Map.of(
          "Put", "PutItem",
          "Update", "UpdateItem",
          "Delete", "DeleteItem",
          "ConditionCheck", "ConditionCheckItem",
          "Get", "GetItem");

  private DynamoDbRights() {}

  static List<Need> of(AwsRequest request, Arns arns) throws AwsError {
    String operation = request.operation();
    return switch (operation) {
      case "ListTables" -> List.of(need(operation, "*"));
      case "BatchGetItem", "BatchWriteItem" -> batch(operation, input(request), arns);
      case "TransactGetItems", "TransactWriteItems" -> transaction(input(request), arns);
      default -> {
        if (!ON_A_TABLE.contains(operation)) {
          throw Guard.unknown(SERVICE, operation);
        }
        yield List.of(need(operation, resource(input(request), arns)));
      }
    };
  }

  private static JsonNode input(AwsRequest request) throws AwsError {
    return DynamoDbApi.read(request.body());
  }

  private static List<Need> batch(String operation, JsonNode input, Arns arns) {
    return input.path("RequestItems").properties().stream()
        .map(each -> need(operation, table(arns, each.getKey())))
        .toList();
  }

  private static List<Need> transaction(JsonNode input, Arns arns) throws AwsError {
    List<Need> needs = new ArrayList<>();
    for (JsonNode item : input.path("TransactItems")) {
      for (Map.Entry<String, JsonNode> part : item.properties()) {
        String action = PARTS.get(part.getKey());
        if (action == null) {
          throw Guard.unknown(SERVICE, part.getKey());
        }
        needs.add(need(action, table(arns, part.getValue().path("TableName").asText())));
      }
    }
    return needs;
  }

  private static String resource(JsonNode input, Arns arns) {
    String table = table(arns, input.path("TableName").asText());
    JsonNode index = input.path("IndexName");
    return index.isTextual() ? table + "/index/" + index.asText() : table;
  }

  /** A table may be named by its ARN. */
  private static String table(Arns arns, String name) {
    return name.startsWith("arn:") ? name : arns.of(SERVICE, "table/" + name);
  }

  private static Need need(String operation, String resource) {
    return new Need(SERVICE + ":" + operation, resource);
  }
}
