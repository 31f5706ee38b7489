package dev.zerotomillions.shared.data;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The write of one item by itself, which costs half of what it costs in a transaction. */
final class SingleWrite {
  private SingleWrite() {}

  static void run(DynamoDbClient client, TransactWriteItem item) {
    if (item.put() != null) {
      put(client, item.put());
    } else if (item.update() != null) {
      update(client, item.update());
    } else if (item.delete() != null) {
      delete(client, item.delete());
    } else {
      throw new IllegalArgumentException("A condition alone is no write; commit it with others.");
    }
  }

  private static void put(DynamoDbClient client, Put put) {
    client.putItem(
        request ->
            request
                .tableName(put.tableName())
                .item(put.item())
                .conditionExpression(put.conditionExpression())
                .expressionAttributeValues(
                    put.hasExpressionAttributeValues() ? put.expressionAttributeValues() : null)
                .returnValuesOnConditionCheckFailure(put.returnValuesOnConditionCheckFailure()));
  }

  private static void update(DynamoDbClient client, Update update) {
    client.updateItem(
        request ->
            request
                .tableName(update.tableName())
                .key(update.key())
                .updateExpression(update.updateExpression())
                .conditionExpression(update.conditionExpression())
                .expressionAttributeValues(
                    update.hasExpressionAttributeValues()
                        ? update.expressionAttributeValues()
                        : null)
                .returnValuesOnConditionCheckFailure(update.returnValuesOnConditionCheckFailure()));
  }

  private static void delete(DynamoDbClient client, Delete delete) {
    client.deleteItem(
        request ->
            request
                .tableName(delete.tableName())
                .key(delete.key())
                .conditionExpression(delete.conditionExpression())
                .expressionAttributeValues(
                    delete.hasExpressionAttributeValues()
                        ? delete.expressionAttributeValues()
                        : null)
                .returnValuesOnConditionCheckFailure(delete.returnValuesOnConditionCheckFailure()));
  }
}
