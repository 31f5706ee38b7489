package dev.zerotomillions.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.PayloadFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReservationEndpointsTest {
  private static final String ROOT = "/internal/inventory/reservations/";

  private final Warehouse warehouse = new Warehouse();

  private static ApiRequest reserve(String orderId, Object body) {
    return ApiRequest.of("PUT", ROOT + orderId).json(body).asService();
  }

  private static ApiRequest reserve(String orderId, String productId, int quantity) {
    return reserve(
        orderId, Map.of("lines", List.of(Map.of("productId", productId, "quantity", quantity))));
  }

  private static ApiRequest post(String orderId, String what) {
    return ApiRequest.of("POST", ROOT + orderId + "/" + what).asService();
  }

  private ApiResponse send(ApiRequest request) {
    return warehouse.api.send(request);
  }

  private void assertState(String state, ApiResponse answer) {
    assertEquals(200, answer.status(), answer.body());
    assertEquals(state, answer.get("state"));
  }

  @ParameterizedTest
  @EnumSource
  void order_isReservedAndCommitted(PayloadFormat format) {
    var api = warehouse.api.api.as(format);
    warehouse.restock("tea", 5);
    var held = api.send(reserve("ord_1", "tea", 3));
    assertState("HELD", held);
    assertEquals("ord_1", held.get("orderId"));
    assertEquals("2026-03-01T12:15:00Z", held.get("heldUntil"));
    assertEquals(List.of(Map.of("productId", "tea", "quantity", 3L)), held.get("lines"));
    assertEquals(held.body(), api.send(reserve("ord_1", "tea", 3)).body());
    assertState("COMMITTED", api.send(post("ord_1", "commitment")));
    assertState("COMMITTED", api.send(post("ord_1", "commitment")));
    assertState("COMMITTED", api.send(post("ord_1", "release")));
    assertState("COMMITTED", api.send(reserve("ord_1", "tea", 3)));
    assertEquals(2L, api.send(ApiRequest.get("/api/inventory/tea")).get("onHand"));
  }

  @Test
  void tooFewItems_areNamed() {
    warehouse.restock("tea", 2);
    var refused = send(reserve("ord_1", "tea", 3));
    assertEquals(409, refused.status());
    assertEquals("out-of-stock", refused.problem());
    assertEquals("tea", refused.get("productId"));
    assertEquals(2L, refused.get("available"));
  }

  @Test
  void releasedOrder_holdsNothing_evenIfItIsReservedLater() {
    var released = send(post("ord_1", "release"));
    assertState("RELEASED", released);
    assertNull(released.get("heldUntil"));
    assertEquals(List.of(), released.get("lines"));
    assertState("RELEASED", send(reserve("ord_1", "tea", 3)));
    assertState("RELEASED", send(post("ord_1", "commitment")));
  }

  @Test
  void commitment_ofNothing_isNotFound() {
    assertEquals(404, send(post("ord_1", "commitment")).status());
  }

  @Test
  void heldItems_cannotBeTakenOutByHand() {
    warehouse.restock("tea", 5);
    send(reserve("ord_1", "tea", 3));
    assertEquals("out-of-stock", send(InventoryApi.movement("tea", -3)).problem());
    assertEquals(201, send(InventoryApi.movement("tea", -2)).status());
  }

  @Test
  void overdueReservations_expireByTheirTask_andOthersStay() {
    warehouse.restock("tea", 100);
    for (int i = 0; i < 40; i++) {
      send(reserve("ord_" + i, "tea", 1));
    }
    warehouse.waitSeconds(Reservations.HELD_FOR.toSeconds());
    send(reserve("ord_late", "tea", 1));
    warehouse.api.api.runTask("ExpireReservations");
    assertEquals(41, warehouse.stock("tea").reserved());
    warehouse.waitSeconds(1);
    warehouse.api.api.runTask("ExpireReservations");
    warehouse.api.api.runTask("ExpireReservations");
    assertEquals(Stock.of("tea", 100, 1), warehouse.stock("tea"));
    assertState("EXPIRED", send(post("ord_7", "commitment")));
    assertState("EXPIRED", send(post("ord_7", "release")));
    assertState("COMMITTED", send(post("ord_late", "commitment")));
  }

  @Test
  void linesThatBreakARule_areRefused() {
    var line = "{\"productId\":\"tea\",\"quantity\":1}";
    for (var lines :
        List.of(
            "[]",
            "[{\"productId\":\"tea\"}]",
            "[" + line.replace("1", "0") + "]",
            "[" + line.replace("1", "1001") + "]",
            "[" + line.replace("tea", "Tea") + "]",
            "[" + line + "," + line + "]")) {
      assertEquals(
          "validation-failed", send(reserve("ord_1", "{\"lines\":" + lines + "}")).problem());
    }
    assertEquals("validation-failed", send(reserve("ord_1", "{}")).problem());
    assertEquals(0, warehouse.api.table.count());
  }

  @Test
  void moreLinesThanATransactionTakes_areRefused() {
    List<Object> lines = new ArrayList<>();
    for (int i = 0; i <= ReservationDraft.MOST_LINES; i++) {
      lines.add(Map.of("productId", "tea-" + i, "quantity", 1));
    }
    assertEquals("validation-failed", send(reserve("ord_1", Map.of("lines", lines))).problem());
  }

  @Test
  void orderIdThatIsNoPartOfAKey_isRefused() {
    for (var id : List.of("a b", "x".repeat(101), "%C3%A9")) {
      assertEquals("validation-failed", send(post(id, "release")).problem());
    }
  }

  @Test
  void stranger_findsNothing() {
    for (var request :
        List.of(
            ApiRequest.of("PUT", ROOT + "ord_1").json("{"),
            ApiRequest.of("POST", ROOT + "ord_1/commitment"),
            ApiRequest.of("POST", ROOT + "ord_1/release"))) {
      assertEquals(404, send(request).status());
    }
    assertEquals(0, warehouse.api.table.count());
  }
}
