package dev.zerotomillions.inventory;

import static dev.zerotomillions.inventory.InventoryApi.as;
import static dev.zerotomillions.inventory.InventoryApi.movement;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.PayloadFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddStockMovementTest {
  private final InventoryApi inventory = new InventoryApi();

  private ApiResponse send(ApiRequest request) {
    return inventory.send(request);
  }

  private void assertRefused(int status, String problem, ApiRequest request) {
    int before = inventory.table.count();
    ApiResponse answer = send(request);
    assertEquals(status, answer.status(), answer.body());
    assertEquals(problem, answer.problem());
    assertEquals(before, inventory.table.count());
  }

  private List<ApiResponse> atOnce(List<ApiRequest> requests) throws Exception {
    List<Callable<ApiResponse>> calls = new ArrayList<>();
    requests.forEach(request -> calls.add(() -> send(request)));
    List<ApiResponse> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<ApiResponse> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }

  @ParameterizedTest
  @EnumSource
  void movements_addUpToTheStock(PayloadFormat format) {
    ApiResponse in = inventory.api.as(format).send(movement("tea", 10));
    assertEquals(201, in.status(), in.body());
    assertEquals(10L, in.get("quantity"));
    assertEquals("tea", in.get("productId"));
    assertEquals(201, inventory.api.as(format).send(movement("tea", -4)).status());
    ApiResponse stock = inventory.api.as(format).send(ApiRequest.get("/api/inventory/tea"));
    assertEquals(
        Map.of("productId", "tea", "onHand", 6L, "reserved", 0L, "available", 6L), stock.json());
  }

  @Test
  void takingOutMoreThanThereIs_isOutOfStock_andChangesNothing() {
    send(movement("tea", 3));
    assertRefused(409, "out-of-stock", movement("tea", -4));
    ApiResponse answer = send(movement("tea", -4));
    assertEquals(3L, answer.get("available"));
    assertEquals("tea", answer.get("productId"));
    assertEquals("3", inventory.onHand("tea"));
    assertRefused(409, "out-of-stock", movement("never-seen", -1));
  }

  @Test
  void reservedItems_cannotBeTakenOut() {
    send(movement("tea", 5));
    TestStock.set(inventory, "tea", "reserved", 3);
    assertRefused(409, "out-of-stock", movement("tea", -3));
    assertEquals(201, send(movement("tea", -2)).status());
    assertEquals(0L, send(ApiRequest.get("/api/inventory/tea")).get("available"));
  }

  @Test
  void stockBeyondAllWarehouses_isRefused() {
    TestStock.set(inventory, "tea", "onHand", StockLimit.MOST);
    assertRefused(409, "stock-limit", movement("tea", 1));
  }

  @Test
  void concurrentMovements_keepTheSum_andNeverFallBelowZero() throws Exception {
    send(movement("tea", 10));
    List<ApiRequest> requests = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      requests.add(movement("tea", i % 4 == 0 ? 1 : -1));
    }
    List<ApiResponse> answers = atOnce(requests);
    for (ApiResponse answer : answers) {
      assertTrue(List.of(201, 409, 503).contains(answer.status()), answer.body());
    }
    InventoryApi.Movements movements = inventory.movements("tea");
    assertEquals(String.valueOf(movements.sum()), inventory.onHand("tea"));
    assertTrue(movements.sum() >= 0);
    long made = answers.stream().filter(answer -> answer.status() == 201).count();
    assertEquals(made + 1, movements.count());
  }

  @Test
  void lastItem_isTakenByExactlyOneOfTwo() throws Exception {
    for (int round = 0; round < 5; round++) {
      String product = "tea-" + round;
      send(movement(product, 1));
      List<ApiResponse> answers = atOnce(List.of(movement(product, -1), movement(product, -1)));
      assertEquals(List.of(201, 409), answers.stream().map(ApiResponse::status).sorted().toList());
      assertEquals("0", inventory.onHand(product));
    }
  }

  @Test
  void repeatedKey_givesTheFirstAnswer_andMovesNothingAgain() {
    ApiRequest request = movement("tea", 5);
    ApiResponse first = send(request);
    ApiResponse second = send(request);
    ApiResponse inOtherFormat = inventory.api.as(PayloadFormat.REST_API_1_0).send(request);
    for (ApiResponse repeated : List.of(second, inOtherFormat)) {
      assertEquals(first.status(), repeated.status());
      assertEquals(first.body(), repeated.body());
      assertEquals(first.header("content-type"), repeated.header("content-type"));
    }
    assertEquals("5", inventory.onHand("tea"));
  }

  @Test
  void keyRepeatedWhenNothingIsLeft_stillGivesTheFirstAnswer() {
    send(movement("tea", 1));
    ApiRequest last = movement("tea", -1);
    assertEquals(201, send(last).status());
    assertEquals(201, send(last).status());
    assertEquals("0", inventory.onHand("tea"));
  }

  @Test
  void duplicatesAtOnce_moveOnce_andGetTheSameAnswer() throws Exception {
    for (int round = 0; round < 5; round++) {
      String product = "tea-" + round;
      send(movement(product, 1));
      ApiRequest request = movement(product, -1);
      List<ApiResponse> answers = atOnce(List.of(request, request, request, request));
      assertEquals(
          1, answers.stream().map(ApiResponse::body).distinct().count(), answers.toString());
      assertEquals(201, answers.getFirst().status(), answers.toString());
      assertEquals(2, inventory.movements(product).count());
    }
  }

  @Test
  void keyWithAnotherBody_isRefused() {
    ApiRequest request = movement("tea", 5);
    send(request);
    assertRefused(
        422, "idempotency-key-reused", request.json(Map.of("quantity", 6, "reason", "count")));
    assertEquals("5", inventory.onHand("tea"));
  }

  @Test
  void bodyWrittenOtherwise_isTheSameRequest() {
    ApiRequest request = movement("tea", 5);
    send(request);
    assertEquals(
        201, send(request.json(" { \"reason\": \"c\\u006funt\", \"quantity\": 5 } ")).status());
    assertEquals("5", inventory.onHand("tea"));
  }

  @Test
  void keyOnAnotherProduct_isAnotherRequest() {
    String key = String.valueOf(movement("tea", 5).headers().get("idempotency-key"));
    send(movement("tea", 5).header("idempotency-key", key));
    assertEquals(201, send(movement("cake", 5).header("idempotency-key", key)).status());
  }

  @Test
  void refusedRequest_doesNotUseUpItsKey() {
    ApiRequest request = movement("tea", -1);
    assertEquals(409, send(request).status());
    send(movement("tea", 1));
    assertEquals(201, send(request).status());
  }

  @Test
  void missingOrMalformedKey_isRefused() {
    String path = "/api/inventory/tea/movements";
    ApiRequest keyless =
        as(
            Role.ADMINISTRATOR,
            ApiRequest.of("POST", path).json(Map.of("quantity", 1, "reason", "x")));
    assertRefused(400, "idempotency-key-missing", keyless);
    assertRefused(400, "idempotency-key-missing", keyless.header("idempotency-key", ""));
    for (String key : List.of("a b", "é", "x".repeat(129))) {
      assertRefused(400, "idempotency-key-malformed", keyless.header("idempotency-key", key));
    }
  }

  @Test
  void strangerAndCustomer_moveNothing() {
    ApiRequest request =
        ApiRequest.of("POST", "/api/inventory/tea/movements")
            .json(Map.of("quantity", 1, "reason", "x"))
            .header("idempotency-key", "k");
    assertRefused(401, "unauthorized", request);
    assertRefused(403, "forbidden", as(Role.CUSTOMER, request));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"quantity\":0,\"reason\":\"x\"}",
        "{\"quantity\":1000001,\"reason\":\"x\"}",
        "{\"quantity\":1.5,\"reason\":\"x\"}",
        "{\"quantity\":\"1\",\"reason\":\"x\"}",
        "{\"quantity\":1,\"reason\":\" \"}",
        "{\"quantity\":1}",
        "{\"reason\":\"x\"}",
        "{\"quantity\":1,\"reason\":\"x\",\"onHand\":9}",
        "[]"
      })
  void movementThatBreaksARule_isRefused(String body) {
    assertRefused(400, "validation-failed", movement("tea", (Object) body));
  }

  @Test
  void productIdThatNoProductCanHave_isRefused() {
    assertRefused(400, "validation-failed", movement("Tea", 1));
  }
}
