package dev.zerotomillions.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListCustomerPaymentsTest {
  private final PaymentsApi shop = new PaymentsApi();
  private final String order = PaymentsApi.newOrder();

  @AfterEach
  void close() {
    shop.close();
  }

  private ApiResponse list(String query) {
    return shop.api.send(ApiRequest.get("/internal/payments" + query).asService());
  }

  @Test
  void payments_areTheCustomersOwn_ofTheOrdersAskedFor() {
    var anothers = PaymentsApi.newOrder();
    var calledOff = PaymentsApi.newOrder();
    var charged = shop.charge(order, "tok_visa");
    shop.charge(PaymentsApi.newOrder(), "tok_visa");
    shop.charge(anothers, PaymentsApi.charge("usr_2", PaymentsApi.PRICE, "tok_visa"));
    shop.giveBack(calledOff);

    var ids = String.join(",", order, anothers, calledOff, PaymentsApi.newOrder(), order);
    var listed = list("?customerId=usr_1&orderIds=" + ids);

    assertEquals(200, listed.status(), listed.body());
    assertEquals(List.of(charged.json()), listed.items());
    assertFalse(listed.body().contains("tok_"), listed.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?customerId=usr_1", "?customerId=usr_1&orderIds=x"})
  void questionThatNamesNoCustomerOrNoOrders_isRefused(String query) {
    assertEquals("validation-failed", list(query).problem());
    assertEquals("validation-failed", list("?orderIds=" + order).problem());
  }

  @Test
  void noMoreThanFiftyOrders_areTakenAtOnce() {
    var fifty = String.join(",", Collections.nCopies(50, order));
    assertEquals(200, list("?customerId=usr_1&orderIds=" + fifty).status());
    assertEquals(
        "validation-failed", list("?customerId=usr_1&orderIds=" + fifty + "," + order).problem());
  }

  @Test
  void stranger_findsNothingThere() {
    shop.charge(order, "tok_visa");
    var request = ApiRequest.get("/internal/payments?customerId=usr_1&orderIds=" + order);
    assertEquals(404, shop.api.send(request).status());
  }
}
