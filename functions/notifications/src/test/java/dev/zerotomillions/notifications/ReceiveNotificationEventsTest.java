package dev.zerotomillions.notifications;

import static dev.zerotomillions.notifications.NotificationsApi.ADA;
import static dev.zerotomillions.notifications.NotificationsApi.NOON;
import static dev.zerotomillions.notifications.NotificationsApi.erased;
import static dev.zerotomillions.notifications.NotificationsApi.event;
import static dev.zerotomillions.notifications.NotificationsApi.order;
import static dev.zerotomillions.notifications.NotificationsApi.paymentRefunded;
import static dev.zerotomillions.notifications.NotificationsApi.registered;
import static dev.zerotomillions.notifications.NotificationsApi.text;
import static dev.zerotomillions.notifications.NotificationsApi.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.events.Event;
import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.testing.ApiRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiveNotificationEventsTest {
  private final NotificationsApi api = new NotificationsApi();

  @Test
  void orderOfAKnownCustomer_isToldInTheirLanguage_andWaitsToBeSent() {
    var confirmed = order("CONFIRMED");
    api.take(registered(), confirmed);
    var message = api.rows("MESSAGE#").getFirst();
    assertEquals("MESSAGE#" + confirmed.id(), text(message, "sk"));
    assertEquals("TO_SEND", text(message, "messageState"));
    assertEquals("de-DE", text(message, "language"));
    assertTrue(text(message, "subject").endsWith("ist bestätigt"), message.toString());
    assertTrue(text(message, "body").startsWith("Guten Tag Ada,"), message.toString());
    assertTrue(text(message, "body").contains("7,99\u00a0€"), message.toString());
  }

  @Test
  void everyEventOfOrdersAndRefunds_isOneMessage_andOtherPaymentsAreNone() {
    api.take(registered());
    api.take(order("PENDING"), order("CONFIRMED"), order("CANCELLED"), order("REFUNDED"));
    api.take(paymentRefunded());
    var amount = Map.of("amount", 1L, "currency", "EUR");
    for (var type : List.of("payment.succeeded", "payment.declined")) {
      var data =
          Map.of("orderId", NotificationsApi.ORDER, "customerId", (Object) ADA, "amount", amount);
      api.take(event(type, NotificationsApi.ORDER, NOON, data));
    }
    assertEquals(5, api.subjects().stream().distinct().count());
    assertEquals(5, api.subjects().size());
  }

  @Test
  void eventThatComesAgain_isNoSecondMessage() {
    var placed = order("PENDING");
    api.take(registered(), placed, placed, placed);
    assertEquals(1, api.subjects().size());
  }

  @Test
  void eventThatComesAgain_afterTheInboxForgotIt_isNoSecondMessage() {
    var placed = order("PENDING");
    api.take(registered(), placed);
    api.forgetEvents();
    api.take(placed);
    assertEquals(1, api.subjects().size());
  }

  @Test
  void orderOfAnUnknownCustomer_waitsForThem() {
    var placed = order("PENDING");
    api.take(placed, order("CONFIRMED"), placed);
    assertEquals(List.of(), api.subjects());
    assertEquals(2, api.rows("WAITING#").size());
    api.take(registered());
    assertEquals(2, api.subjects().size());
    assertEquals(List.of(), api.rows("WAITING#"));
  }

  @Test
  void registrationThatComesAgain_writesWhatACrashKeptWaiting() {
    var registered = registered();
    var placed = order("PENDING");
    api.take(registered, placed);
    api.undoWriting(placed);
    api.take(registered);
    assertEquals(1, api.subjects().size());
    assertEquals(List.of(), api.rows("WAITING#"));
  }

  @Test
  void profileIsThatOfTheLatestEvent_inWhicheverOrderTheyCome() {
    var changed = user("user.changed", NOON.plusSeconds(9), "Ada King", "en");
    api.take(changed, registered());
    assertEquals("Ada King", text(api.rows("RECIPIENT").getFirst(), "name"));
    api.take(user("user.changed", NOON.plusSeconds(10), "Countess", null));
    var recipient = api.rows("RECIPIENT").getFirst();
    assertEquals("Countess", text(recipient, "name"));
    assertFalse(recipient.containsKey("locale"));
  }

  @Test
  void erasure_takesAwayMessagesAndRecipient_andIsFinal() {
    var placed = order("PENDING");
    api.take(registered(), placed);
    api.take(erased());
    assertEquals(List.of(), api.rows("MESSAGE#"));
    api.take(user("user.changed", NOON.plusSeconds(3600), "Ada", "de"), registered());
    api.take(order("CONFIRMED"), placed);
    assertEquals(1, api.kept());
    assertFalse(api.everything().contains("ada@example.com"));
    assertFalse(api.everything().contains("Ada"));
  }

  @Test
  void erasure_takesAwayWhatWaits_andComesBeforeTheRegistration() {
    api.take(order("PENDING"), erased(), registered());
    assertEquals(1, api.kept());
    assertEquals(List.of(), api.subjects());
  }

  @Test
  void erasure_takesAwayMoreThanOnePage() {
    api.take(registered());
    for (int i = 0; i < 105; i++) {
      api.take(order("PENDING"));
    }
    api.take(erased());
    assertEquals(1, api.kept());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void eventsAtOnceInAnyOrder_areOneMessageEach_orNoneOfAnErasedUser(long seed) throws Exception {
    boolean erasing = seed % 2 == 0;
    List<Event> events = new ArrayList<>();
    events.add(registered());
    events.add(user("user.changed", NOON.plusSeconds(5), "Ada King", "en"));
    for (var status : List.of("PENDING", "CONFIRMED", "CANCELLED", "REFUNDED")) {
      events.add(order(status));
    }
    events.add(paymentRefunded());
    if (erasing) {
      events.add(erased());
    }
    events.addAll(List.copyOf(events));
    Collections.shuffle(events, new Random(seed));
    List<Callable<Integer>> calls = new ArrayList<>();
    events.forEach(event -> calls.add(() -> api.post(event).status()));
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (var status : threads.invokeAll(calls)) {
        assertEquals(204, status.get());
      }
    }
    assertEquals(erasing ? 0 : 5, api.subjects().size());
    assertEquals(List.of(), api.rows("WAITING#"));
    var recipient = api.rows("RECIPIENT").getFirst();
    assertEquals(erasing ? "" : "Ada King", text(recipient, "name"));
  }

  @Test
  void fieldsAndTypesThatAreNewerThanWe_areIgnored() {
    api.take(registered());
    var members = new LinkedHashMap<String, Object>();
    if (Json.read(Json.write(order("PENDING"))) instanceof Map<?, ?> read) {
      read.forEach((name, value) -> members.put(String.valueOf(name), value));
    }
    members.put("newer", Map.of("a", 1));
    if (members.get("data") instanceof Map<?, ?> read) {
      var data = new LinkedHashMap<Object, Object>(read);
      data.put("newer", List.of(1, 2));
      members.put("data", data);
    }
    assertEquals(204, api.post(members).status());
    assertEquals(1, api.subjects().size());
    members.put("id", "evt_other");
    members.put("type", "order.gift-wrapped");
    assertEquals(204, api.post(members).status());
    assertEquals(1, api.subjects().size());
  }

  @Test
  void eventWithoutWhatWeNeed_isRefused_andNothingIsKept() {
    var placed = order("PENDING");
    var text = new String(Json.write(placed), StandardCharsets.UTF_8);
    for (var bad :
        List.of(
            "{}",
            "[]",
            text.replace("\"customerId\"", "\"customer\""),
            text.replace("\"EUR\"", "\"EURO\""),
            text.replace(placed.time().toString(), "yesterday"))) {
      assertEquals("validation-failed", api.post(bad).problem(), bad);
    }
    assertEquals(0, api.table.count());
  }

  @Test
  void stranger_findsNothing() {
    var answer =
        api.api.send(
            ApiRequest.of("POST", "/internal/notifications/events").json(order("PENDING")));
    assertEquals(404, answer.status());
    assertEquals(0, api.table.count());
  }
}
