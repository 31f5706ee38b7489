package dev.zerotomillions.orders;

import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.auth.TestTokens;
import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.InMemoryParameters;
import dev.zerotomillions.shared.testing.TestTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The orders' functions on tables of their own, and the products and stock that they find there.
 */
final class OrdersApi {
  static final TestTokens TOKENS = new TestTokens();

  final TestTable orders = TestTable.create();
  final TestTable catalog = TestTable.create();
  final TestTable inventory = TestTable.create();
  final Api api =
      Api.start(
          Map.of(
              "ORDERS_TABLE", orders.name(),
              "CATALOG_TABLE", catalog.name(),
              "INVENTORY_TABLE", inventory.name(),
              "CURSOR_KEY_PARAMETER", InMemoryParameters.CURSOR_KEY,
              "JWKS", TOKENS.jwks()),
          new InMemoryParameters());

  void offer(String productId, long price, long onHand) {
    put(
        catalog,
        Map.of(
            "pk", text("PRODUCT#" + productId),
            "sk", text("PRODUCT"),
            "priceAmount", number(price),
            "priceCurrency", text("EUR"),
            "version", number(1)));
    stock(productId, onHand, 0);
  }

  void stock(String productId, long onHand, long reserved) {
    put(
        inventory,
        Map.of(
            "pk", text("STOCK#" + productId),
            "sk", text("STOCK"),
            "onHand", number(onHand),
            "reserved", number(reserved)));
  }

  private static void put(TestTable table, Map<String, AttributeValue> item) {
    TestTable.client().putItem(request -> request.tableName(table.name()).item(item));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  long onHand(String productId) {
    var item =
        TestTable.client()
            .getItem(
                request ->
                    request
                        .tableName(inventory.name())
                        .consistentRead(true)
                        .key(Map.of("pk", text("STOCK#" + productId), "sk", text("STOCK"))))
            .item();
    return Long.parseLong(plain(item).getOrDefault("onHand", ""));
  }

  /** The movements of a product, without its stock itself. */
  List<Map<String, String>> movements(String productId) {
    return TestTable.client()
        .query(
            request ->
                request
                    .tableName(inventory.name())
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :movement)")
                    .expressionAttributeValues(
                        Map.of(":pk", text("STOCK#" + productId), ":movement", text("MOVEMENT#"))))
        .items()
        .stream()
        .map(OrdersApi::plain)
        .toList();
  }

  private static Map<String, String> plain(Map<String, AttributeValue> item) {
    Map<String, String> plain = new LinkedHashMap<>();
    item.forEach((name, value) -> plain.put(name, value.s() == null ? value.n() : value.s()));
    return plain;
  }

  static Map<String, Object> line(String productId, long quantity, long price) {
    return Map.of(
        "productId", productId,
        "quantity", quantity,
        "unitPrice", Map.of("amount", price, "currency", "EUR"));
  }

  static Map<String, Object> order(Object... lines) {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("lines", List.of(lines));
    order.put("payment", Map.of("token", "tok_visa"));
    order.put("shipTo", address());
    return order;
  }

  static Map<String, Object> address() {
    Map<String, Object> address = new LinkedHashMap<>();
    address.put("name", "Ada Lovelace");
    address.put("street", "12 St James's Square");
    address.put("city", "London");
    address.put("postalCode", "SW1Y 4JH");
    address.put("country", "GB");
    return address;
  }

  static ApiRequest as(String customer, ApiRequest request) {
    return request.header(
        "authorization", "Bearer " + TOKENS.issue(customer, Role.CUSTOMER, Instant.now()));
  }

  ApiResponse place(String customer, Object order) {
    return place(customer, order, UUID.randomUUID().toString());
  }

  ApiResponse place(String customer, Object order, String key) {
    return api.send(
        as(customer, ApiRequest.of("POST", "/api/orders").json(order))
            .header("idempotency-key", key));
  }

  ApiResponse get(String customer, String target) {
    return api.send(as(customer, ApiRequest.get(target)));
  }

  /** Does the same many times at once. */
  static List<ApiResponse> atOnce(int times, Callable<ApiResponse> task)
      throws ExecutionException, InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ApiResponse>> running = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        running.add(threads.submit(task));
      }
      List<ApiResponse> answers = new ArrayList<>();
      for (var future : running) {
        answers.add(future.get());
      }
      return answers;
    }
  }
}
