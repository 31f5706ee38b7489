package dev.zerotomillions.shared.data;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * A range of one partition, in the order of its sort key.
 *
 * @param index the index to read, or null for the table itself
 * @param prefix what the sort keys begin with; all if empty
 * @param after the key of the last row already seen; from the beginning if empty
 */
public record Query(
    @Nullable String index,
    String partition,
    String prefix,
    boolean descending,
    int limit,
    Map<String, String> after) {

  Page run(DynamoDbClient client, String table) {
    QueryResponse response = Database.call(() -> client.query(request(table)));
    Map<String, String> next = new LinkedHashMap<>();
    response.lastEvaluatedKey().forEach((name, value) -> next.put(name, value.s()));
    return new Page(response.items().stream().map(Row::from).toList(), next);
  }

  private QueryRequest request(String table) {
    String key = index == null ? "" : index;
    String condition = key + "pk = :partition";
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    values.put(":partition", Table.text(partition));
    if (!prefix.isEmpty()) {
      condition += " AND begins_with(" + key + "sk, :prefix)";
      values.put(":prefix", Table.text(prefix));
    }
    Map<String, AttributeValue> start = new LinkedHashMap<>();
    after.forEach((name, value) -> start.put(name, Table.text(value)));
    return QueryRequest.builder()
        .tableName(table)
        .indexName(index)
        .keyConditionExpression(condition)
        .expressionAttributeValues(values)
        .scanIndexForward(!descending)
        .limit(limit)
        .exclusiveStartKey(start.isEmpty() ? null : start)
        .consistentRead(index == null)
        .build();
  }
}
