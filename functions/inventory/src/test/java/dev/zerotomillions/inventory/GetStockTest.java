package dev.zerotomillions.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GetStockTest {
  private static final InventoryApi INVENTORY = new InventoryApi();

  @ParameterizedTest
  @ValueSource(strings = {"never-seen", "Not-An-Id", "%00"})
  void productWithoutStock_isNotFound(String id) {
    ApiResponse answer = INVENTORY.send(ApiRequest.get("/api/inventory/" + id));
    assertEquals(404, answer.status());
    assertEquals("not-found", answer.problem());
  }
}
