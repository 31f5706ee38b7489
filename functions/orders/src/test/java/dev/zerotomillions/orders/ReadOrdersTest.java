package dev.zerotomillions.orders;

import static dev.zerotomillions.orders.OrdersApi.line;
import static dev.zerotomillions.orders.OrdersApi.order;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOrdersTest {
  private final OrdersApi shop = new OrdersApi();

  @BeforeEach
  void fillTheShop() {
    shop.offer("tea", 499, 100);
  }

  private ApiResponse place(String customer) {
    return shop.place(customer, order(line("tea", 1, 499)));
  }

  @Test
  void customer_seesTheirOrderAsItWasAnswered() {
    var placed = place("usr_1");
    var read = shop.get("usr_1", "/api/orders/" + placed.get("id"));
    assertEquals(200, read.status());
    assertEquals(placed.json(), read.json());
  }

  @Test
  void anothersOrder_isAsIfItWereNotThere() {
    var id = place("usr_1").get("id");
    var others = shop.get("usr_2", "/api/orders/" + id);
    var none = shop.get("usr_2", "/api/orders/ord_000_00000000-0000-7000-8000-000000000000");

    assertEquals(404, others.status());
    assertEquals(none.body(), others.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "ord_1", "ord_000_zz", "..%2f..", "ORDER%23x", "%00"})
  void idThatNoOrderCanHave_isNotFound(String id) {
    assertEquals(404, shop.get("usr_1", "/api/orders/" + id).status());
  }

  @Test
  void withoutToken_nothingIsTold() {
    var id = place("usr_1").get("id");
    assertEquals(401, shop.api.send(ApiRequest.get("/api/orders/" + id)).status());
    assertEquals(401, shop.api.send(ApiRequest.get("/api/orders")).status());
  }

  @Test
  void list_holdsOnesOwnOrders_latestFirst_pageByPage() {
    List<Object> placed = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      placed.addFirst(String.valueOf(place("usr_1").get("id")));
      place("usr_2");
    }

    List<Object> listed = new ArrayList<>();
    var page = shop.get("usr_1", "/api/orders?limit=2");
    int pages = 1;
    while (true) {
      assertEquals(200, page.status(), page.body());
      page.items().forEach(item -> listed.add(String.valueOf(item.get("id"))));
      if (page.get("nextCursor") == null) {
        break;
      }
      page = shop.get("usr_1", "/api/orders?limit=2&cursor=" + cursor(page));
      pages++;
    }
    assertEquals(placed, listed);
    assertEquals(3, pages);
  }

  private static String cursor(ApiResponse page) {
    return URLEncoder.encode(String.valueOf(page.get("nextCursor")), StandardCharsets.UTF_8);
  }

  @Test
  void listOfWhoOrderedNothing_isEmpty() {
    var page = shop.get("usr_3", "/api/orders");
    assertEquals(List.of(), page.items());
    assertNull(page.get("nextCursor"));
  }

  @Test
  void tamperedCursor_orAnothers_isRefused() {
    place("usr_1");
    place("usr_1");
    var cursor = cursor(shop.get("usr_1", "/api/orders?limit=1"));

    var tampered = (cursor.startsWith("A") ? "B" : "A") + cursor.substring(1);
    for (var wrong : List.of(tampered, "x", cursor.substring(1), "%20")) {
      var answer = shop.get("usr_1", "/api/orders?cursor=" + wrong);
      assertEquals(400, answer.status(), answer.body());
      assertEquals("invalid-cursor", answer.problem());
    }
    assertEquals("invalid-cursor", shop.get("usr_2", "/api/orders?cursor=" + cursor).problem());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "101", "many", "9999999999"})
  void limitOutOfRange_isRefused(String limit) {
    var answer = shop.get("usr_1", "/api/orders?limit=" + limit);
    assertEquals(400, answer.status(), answer.body());
    assertEquals("validation-failed", answer.problem());
  }
}
