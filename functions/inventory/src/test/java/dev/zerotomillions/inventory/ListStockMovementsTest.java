package dev.zerotomillions.inventory;

import static dev.zerotomillions.inventory.InventoryApi.as;
import static dev.zerotomillions.inventory.InventoryApi.movement;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.PayloadFormat;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListStockMovementsTest {
  private final InventoryApi inventory = new InventoryApi();

  private ApiResponse list(String target) {
    return inventory.send(as(Role.ADMINISTRATOR, ApiRequest.get("/api/inventory/" + target)));
  }

  private void assertRefused(int status, String problem, String target) {
    ApiResponse answer = list(target);
    assertEquals(status, answer.status(), answer.body());
    assertEquals(problem, answer.problem());
  }

  @ParameterizedTest
  @EnumSource
  void movements_areListedLatestFirst_asTheyWereAnswered(PayloadFormat format) {
    var api = inventory.api.as(format);
    Object first = api.send(movement("tea", 10)).json();
    Object second = api.send(movement("tea", -4)).json();
    api.send(movement("cake", 1));
    ApiResponse page =
        api.send(as(Role.ADMINISTRATOR, ApiRequest.get("/api/inventory/tea/movements")));
    assertEquals(200, page.status(), page.body());
    assertEquals(List.of(second, first), page.items());
    assertNull(page.get("nextCursor"));
  }

  @Test
  void pages_showEachMovementOnce_whileOthersAreMade() {
    List<Object> expected = new ArrayList<>();
    for (int i = 1; i <= 7; i++) {
      inventory.send(movement("tea", i));
      expected.addFirst((long) i);
    }
    List<Object> seen = new ArrayList<>();
    String target = "tea/movements?limit=3";
    while (true) {
      ApiResponse page = list(target);
      page.items().forEach(item -> seen.add(item.get("quantity")));
      Object cursor = page.get("nextCursor");
      if (cursor == null) {
        break;
      }
      target = "tea/movements?limit=3&cursor=" + cursor;
      inventory.send(movement("tea", 100));
    }
    assertEquals(expected, seen);
  }

  @Test
  void cursorOfAnotherProduct_isInvalid() {
    for (int i = 0; i < 2; i++) {
      inventory.send(movement("tea", 1));
      inventory.send(movement("cake", 1));
    }
    Object cursor = list("tea/movements?limit=1").get("nextCursor");
    assertRefused(400, "invalid-cursor", "cake/movements?cursor=" + cursor);
    assertRefused(400, "invalid-cursor", "tea/movements?cursor=AAAA");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "x"})
  void limitOutOfBounds_isRefused(String limit) {
    assertRefused(400, "validation-failed", "tea/movements?limit=" + limit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"never-seen", "Not-An-Id", "%00"})
  void productWithoutStock_isNotFound(String id) {
    assertRefused(404, "not-found", id + "/movements");
  }

  @Test
  void strangerAndCustomer_seeNothing() {
    inventory.send(movement("tea", 1));
    ApiRequest request = ApiRequest.get("/api/inventory/tea/movements");
    assertEquals(401, inventory.send(request).status());
    assertEquals(403, inventory.send(as(Role.CUSTOMER, request)).status());
  }
}
