package dev.zerotomillions.orders;

import static dev.zerotomillions.orders.OrdersApi.line;
import static dev.zerotomillions.orders.OrdersApi.order;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListCustomerOrdersTest {
  private final OrdersApi shop = new OrdersApi();

  @BeforeEach
  void fillTheShop() {
    shop.offer("tea", 499, 100);
  }

  private Object place(String customer) {
    return String.valueOf(shop.place(customer, order(line("tea", 1, 499))).get("id"));
  }

  private ApiResponse list(String query) {
    return shop.api.send(ApiRequest.get("/internal/orders" + query).asService());
  }

  @Test
  void customersOrders_areAllListed_andNobodyElses() {
    List<Object> placed = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      placed.addFirst(place("usr_1"));
      place("usr_2");
    }

    var first = list("?customerId=usr_1&limit=2");
    var rest = list("?customerId=usr_1&limit=2&cursor=" + first.get("nextCursor"));

    List<Object> listed = new ArrayList<>();
    first.items().forEach(each -> listed.add(each.get("id")));
    rest.items().forEach(each -> listed.add(each.get("id")));
    assertEquals(placed, listed);
    assertEquals(
        shop.get("usr_1", "/api/orders/" + placed.getFirst()).json(), first.items().getFirst());
  }

  @Test
  void cursor_opensNoOtherCustomersList() {
    place("usr_1");
    place("usr_1");
    var cursor = list("?customerId=usr_1&limit=1").get("nextCursor");

    assertEquals("invalid-cursor", list("?customerId=usr_2&cursor=" + cursor).problem());
    assertEquals("invalid-cursor", shop.get("usr_1", "/api/orders?cursor=" + cursor).problem());
  }

  @Test
  void withoutACustomer_orWithTooHighALimit_itIsRefused() {
    assertEquals("validation-failed", list("").problem());
    assertEquals("validation-failed", list("?customerId=").problem());
    assertEquals("validation-failed", list("?customerId=usr_1&limit=101").problem());
    assertEquals(List.of(), list("?customerId=usr_none").items());
  }

  @Test
  void stranger_findsNothingThere() {
    place("usr_1");
    var request = ApiRequest.get("/internal/orders?customerId=usr_1");
    assertEquals(404, shop.api.send(request).status());
    assertEquals(404, shop.api.send(shop.as("usr_1", request)).status());
  }
}
