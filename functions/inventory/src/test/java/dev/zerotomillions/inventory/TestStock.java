package dev.zerotomillions.inventory;

import dev.zerotomillions.shared.testing.TestTable;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Stock set behind the endpoints' back. */
final class TestStock {
  private TestStock() {}

  static void set(InventoryApi inventory, String productId, String attribute, long value) {
    TestTable.client()
        .updateItem(
            update ->
                update
                    .tableName(inventory.table.name())
                    .key(
                        Map.of(
                            "pk", AttributeValue.fromS("STOCK#" + productId),
                            "sk", AttributeValue.fromS("STOCK")))
                    .updateExpression("SET " + attribute + " = :value")
                    .expressionAttributeValues(
                        Map.of(":value", AttributeValue.fromN(Long.toString(value)))));
  }
}
