package dev.zerotomillions.inventory;

import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.auth.TestTokens;
import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.InMemoryParameters;
import dev.zerotomillions.shared.testing.TestTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The inventory's function on an empty table, and how its tests call it. */
final class InventoryApi {
  private static final TestTokens TOKENS = new TestTokens();

  private static final AttributeValue NONE = AttributeValue.fromN("0");

  final TestTable table = TestTable.create();
  final Api api;

  InventoryApi() {
    this(InstantSource.system());
  }

  InventoryApi(InstantSource clock) {
    api =
        Api.start(
            Map.of(
                "INVENTORY_TABLE", table.name(),
                "CURSOR_KEY_PARAMETER", InMemoryParameters.CURSOR_KEY,
                "JWKS", TOKENS.jwks()),
            new InMemoryParameters(),
            clock);
  }

  static ApiRequest as(Role role, ApiRequest request) {
    return request.header("authorization", "Bearer " + TOKENS.issue("usr_1", role, Instant.now()));
  }

  /** A movement with a fresh Idempotency-Key. */
  static ApiRequest movement(String productId, Object draft) {
    String path = "/api/inventory/" + productId + "/movements";
    return as(Role.ADMINISTRATOR, ApiRequest.of("POST", path).json(draft))
        .header("idempotency-key", UUID.randomUUID().toString());
  }

  static ApiRequest movement(String productId, int quantity) {
    return movement(productId, Map.of("quantity", quantity, "reason", "count"));
  }

  ApiResponse send(ApiRequest request) {
    return api.send(request);
  }

  Object onHand(String productId) {
    return String.valueOf(send(ApiRequest.get("/api/inventory/" + productId)).get("onHand"));
  }

  /** The sum and the number of a product's movements. */
  Movements movements(String productId) {
    var rows =
        TestTable.client()
            .query(
                query ->
                    query
                        .tableName(table.name())
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                        .expressionAttributeValues(
                            Map.of(
                                ":pk", AttributeValue.fromS("STOCK#" + productId),
                                ":sk", AttributeValue.fromS("MOVEMENT#"))))
            .items();
    long sum =
        rows.stream()
            .mapToLong(row -> Long.parseLong(row.getOrDefault("quantity", NONE).n()))
            .sum();
    return new Movements(rows.size(), sum);
  }

  record Movements(int count, long sum) {}
}
