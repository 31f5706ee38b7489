package dev.zerotomillions.notifications;

import static dev.zerotomillions.notifications.NotificationsApi.ADA;
import static dev.zerotomillions.notifications.NotificationsApi.erased;
import static dev.zerotomillions.notifications.NotificationsApi.order;
import static dev.zerotomillions.notifications.NotificationsApi.registered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListCustomerMessagesTest {
  private final NotificationsApi api = new NotificationsApi();

  private ApiResponse list(String query) {
    return api.api.send(ApiRequest.get("/internal/notifications" + query).asService());
  }

  @Test
  void messages_areListedPageByPage_asTheyWereWritten() {
    api.take(registered(), order("PENDING"), order("CONFIRMED"), order("REFUNDED"));

    var first = list("?customerId=" + ADA + "&limit=2");
    var rest = list("?customerId=" + ADA + "&limit=2&cursor=" + first.get("nextCursor"));

    assertEquals(200, first.status(), first.body());
    List<Object> subjects = new ArrayList<>();
    first.items().forEach(each -> subjects.add(each.get("subject")));
    rest.items().forEach(each -> subjects.add(each.get("subject")));
    assertEquals(api.subjects(), subjects);
    assertEquals("order.placed", first.items().getFirst().get("event"));
    assertTrue(first.body().contains("Guten Tag Ada,"), first.body());
  }

  @Test
  void nothingIsLeft_ofOneWhoWasErased() {
    api.take(registered(), order("CONFIRMED"), erased());
    assertEquals(List.of(), list("?customerId=" + ADA).items());
    assertEquals(List.of(), list("?customerId=usr_other").items());
  }

  @Test
  void cursor_opensNoOtherCustomersList() {
    api.take(registered(), order("PENDING"), order("CONFIRMED"));
    var cursor = list("?customerId=" + ADA + "&limit=1").get("nextCursor");
    assertEquals("invalid-cursor", list("?customerId=usr_other&cursor=" + cursor).problem());
  }

  @Test
  void withoutACustomer_itIsRefused_andStrangersFindNothing() {
    assertEquals("validation-failed", list("").problem());
    var request = ApiRequest.get("/internal/notifications?customerId=" + ADA);
    assertEquals(404, api.api.send(request).status());
  }
}
