package dev.zerotomillions.shared.data;

import dev.zerotomillions.shared.problem.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** A read of several rows of one table at once, repeated for those that DynamoDB put off. */
final class BatchRead {
  private static final int TRIES = 8;

  private final DynamoDbClient client;
  private final Pause pause;

  BatchRead(DynamoDbClient client, Pause pause) {
    this.client = client;
    this.pause = pause;
  }

  /** The rows of the keys, up to 100, in no order; those that are not there are left out. */
  List<Row> rows(String table, List<Map<String, AttributeValue>> keys) {
    List<Row> rows = new ArrayList<>();
    var request =
        request(Map.of(table, KeysAndAttributes.builder().keys(keys).consistentRead(true).build()));
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      BatchGetItemResponse answer = read(request);
      answer.responses().getOrDefault(table, List.of()).forEach(item -> rows.add(Row.from(item)));
      if (answer.unprocessedKeys().isEmpty()) {
        return rows;
      }
      request = request(answer.unprocessedKeys());
      pause.afterConflict(attempt);
    }
    throw new Unavailable("The database puts off what it is asked for; retry in a moment.");
  }

  private BatchGetItemResponse read(BatchGetItemRequest request) {
    return Database.call(() -> client.batchGetItem(request));
  }

  private static BatchGetItemRequest request(Map<String, KeysAndAttributes> wanted) {
    return BatchGetItemRequest.builder().requestItems(wanted).build();
  }
}
