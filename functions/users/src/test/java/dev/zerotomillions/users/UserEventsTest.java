package dev.zerotomillions.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.events.Event;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.EventSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class UserEventsTest {
  private final UsersApi api = new UsersApi(new CountingHasher());

  private Event only(String type) {
    var events = api.delivery.events(type);
    assertEquals(1, events.size(), api.delivery.events().toString());
    EventSchemas.assertConforms(events.getFirst());
    return events.getFirst();
  }

  private ApiResponse update(ApiResponse session, Map<String, ?> change) {
    return api.api.send(UsersApi.as(session, "PATCH", "/api/users/me").json(change));
  }

  private ApiResponse erase(ApiResponse session) {
    return api.api.send(UsersApi.as(session, "DELETE", "/api/users/me"));
  }

  @Test
  void registration_isTold_withWhatItTakesToAddressTheUser() {
    var body = UsersApi.ada();
    body.put("locale", "en-GB");
    var user = api.register(body);
    var event = only("user.registered");
    assertEquals(user.get("id"), event.subject());
    assertEquals("/users", event.source());
    assertEquals(
        Map.of(
            "userId", event.subject(),
            "name", "Ada Lovelace",
            "email", "ada@example.com",
            "locale", "en-GB"),
        event.data());
  }

  @Test
  void userWhoNamesNoLanguage_isToldOfWithoutOne() {
    api.register(UsersApi.ada());
    assertFalse(only("user.registered").data().containsKey("locale"));
  }

  @Test
  void repeatedOrRefusedRegistration_isNotToldAgain() {
    api.register(UsersApi.ada(), "key-1");
    api.register(UsersApi.ada(), "key-1");
    assertEquals(409, api.register(UsersApi.ada(), "key-2").status());
    only("user.registered");
  }

  @Test
  void duplicatesAtOnce_areToldOnce() throws Exception {
    List<Callable<ApiResponse>> calls = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      calls.add(() -> api.register(UsersApi.ada(), "key-1"));
    }
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (var answer : threads.invokeAll(calls)) {
        assertEquals(201, answer.get().status());
      }
    }
    only("user.registered");
  }

  @Test
  void changedProfile_isToldWhole_andAnUnchangedOneIsNot() {
    var session = api.ada(UsersApi.PASSWORD);
    assertEquals(200, update(session, Map.of("name", "Ada King")).status());
    assertEquals(200, update(session, Map.of("name", "Ada King")).status());
    assertEquals(409, update(session, Map.of("name", "Ada", "version", 9)).status());
    var event = only("user.changed");
    assertEquals("Ada King", event.data().get("name"));
    assertEquals("ada@example.com", event.data().get("email"));
  }

  @Test
  void erasure_isToldByTheIdAlone() {
    var session = api.ada(UsersApi.PASSWORD);
    assertEquals(204, erase(session).status());
    assertEquals(204, erase(session).status());
    var event = only("user.erased");
    assertEquals(Map.of("userId", event.subject()), event.data());
    assertFalse(api.stored().contains("ada@example.com"));
  }

  @Test
  void eventThatNobodyTook_isLeftToTheRelay() {
    api.delivery.setDown(true);
    assertEquals(201, api.register(UsersApi.ada()).status());
    assertEquals(List.of(), api.delivery.events());
    api.delivery.setDown(false);
    api.waitSeconds(60);
    api.api.runTask("RelayUserEvents");
    only("user.registered");
    api.waitSeconds(60);
    api.api.runTask("RelayUserEvents");
    only("user.registered");
  }

  @Test
  void administrator_isToldByTheRelay() {
    api.administrators().appoint(new EmailAddress("op@example.com"), "Op", UsersApi.PASSWORD);
    api.administrators().appoint(new EmailAddress("op@example.com"), "Op", UsersApi.PASSWORD);
    assertTrue(api.delivery.events().isEmpty());
    api.waitSeconds(60);
    api.api.runTask("RelayUserEvents");
    assertEquals("op@example.com", only("user.registered").data().get("email"));
  }
}
