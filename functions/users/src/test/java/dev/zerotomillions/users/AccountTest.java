package dev.zerotomillions.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.testing.ApiResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {
  private static final String ADA = "ada@example.com";
  private static final String NEW = "another horse battery";

  private final UsersApi users = new UsersApi(new CountingHasher());
  private ApiResponse session = new ApiResponse(0, Map.of(), "");

  @BeforeEach
  void logIn() {
    session = users.ada(UsersApi.PASSWORD);
  }

  private ApiResponse update(Object body) {
    return users.api.send(UsersApi.as(session, "PATCH", "/api/users/me").json(body));
  }

  private ApiResponse change(String current, String next) {
    return users.api.send(
        UsersApi.as(session, "PUT", "/api/users/me/password")
            .json(Map.of("currentPassword", current, "newPassword", next)));
  }

  private ApiResponse erase(ApiResponse by) {
    return users.api.send(UsersApi.as(by, "DELETE", "/api/users/me"));
  }

  @Test
  void user_seesThemselves_withoutWhatIsSecret() {
    var me = users.me(session);
    assertEquals(200, me.status(), me.body());
    assertEquals(ADA, me.get("email"));
    assertEquals("Ada Lovelace", me.get("name"));
    assertFalse(me.body().matches("(?s).*(assword|poch|registration).*"), me.body());
  }

  @Test
  void update_changesWhatIsGiven_andCountsTheVersion() {
    var changed = update(Map.of("name", "Ada King", "version", 1));
    assertEquals(200, changed.status(), changed.body());
    assertEquals("Ada King", changed.get("name"));
    assertEquals("GB", changed.get("country"));
    assertEquals(2L, changed.get("version"));
    assertEquals(changed.body(), users.me(session).body());
    assertEquals(2L, update("{}").get("version"), "nothing to change");

    var stale = update(Map.of("name", "Eve", "version", 1));
    assertEquals("version-conflict", stale.problem());
    assertEquals("Ada King", users.me(session).get("name"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"role\":\"administrator\"}",
        "{\"email\":\"ADA@example.com\"}",
        "{\"status\":\"ERASED\"}",
        "{\"sessionEpoch\":7}",
        "{\"name\":\" \"}",
        "{\"country\":\"XX\"}",
        "{\"locale\":\"not a tag\"}",
        "{\"version\":0}",
      })
  void update_ofWhatIsNotTheirs_isRefused_andWritesNothing(String body) {
    var before = users.stored();
    var answer = update(body);
    assertEquals("validation-failed", answer.problem(), answer.body());
    assertEquals(before, users.stored());
  }

  @Test
  void changedPassword_endsAllOtherSessions() {
    var other = users.logIn(ADA, UsersApi.PASSWORD);
    assertEquals(204, change(UsersApi.PASSWORD, NEW).status());

    assertEquals(200, users.me(session).status());
    assertEquals(200, users.refresh(String.valueOf(session.get("refreshToken"))).status());
    assertEquals("unauthorized", users.me(other).problem());
    assertEquals(401, users.refresh(String.valueOf(other.get("refreshToken"))).status());
    assertEquals(401, users.logIn(ADA, UsersApi.PASSWORD).status());
    assertEquals(201, users.logIn(ADA, NEW).status());
  }

  @Test
  void wrongCurrentPassword_isAGuess() {
    for (int i = 0; i < Guesses.FREE; i++) {
      assertEquals(List.of("currentPassword: is wrong"), change("wrong", NEW).errors());
    }
    var refused = change(UsersApi.PASSWORD, NEW);
    assertEquals(429, refused.status());
    assertEquals("1", refused.header("retry-after"));
    assertEquals(429, users.logIn(ADA, UsersApi.PASSWORD).status());
  }

  @Test
  void weakOrEndlessNewPassword_isRefused() {
    for (var weak : List.of("short", "password1234", ADA, "x".repeat(129))) {
      assertEquals("validation-failed", change(UsersApi.PASSWORD, weak).problem());
    }
    assertEquals(413, change(UsersApi.PASSWORD, "x".repeat(1_000_000)).status());
    assertEquals(201, users.logIn(ADA, UsersApi.PASSWORD).status());
  }

  @Test
  void erasure_leavesNoPersonalData_andCanBeRepeated() {
    users.logIn(ADA, UsersApi.PASSWORD);
    assertEquals(204, erase(session).status());
    assertEquals(204, erase(session).status());

    var left = users.stored();
    assertEquals(1, users.table.count(), left);
    assertTrue(left.contains("ERASED"), left);
    assertFalse(left.matches("(?is).*\\b(ada|lovelace|customer)\\b.*"), left);
    assertEquals("unauthorized", users.me(session).problem());
    assertEquals(401, update(Map.of("name", "Ada")).status());
    assertEquals(401, users.refresh(String.valueOf(session.get("refreshToken"))).status());
    assertEquals("wrong-credentials", users.logIn(ADA, UsersApi.PASSWORD).problem());
  }

  @Test
  void erasedAddress_isFreeAgain_andItsNewOwnerIsSomeoneElse() {
    erase(session);
    var again = users.register(UsersApi.ada());
    assertEquals(201, again.status(), again.body());
    assertEquals(204, erase(session).status());
    assertEquals(201, users.logIn(ADA, UsersApi.PASSWORD).status());
  }

  @Test
  void erasure_needsARecentLogIn() {
    users.waitSeconds(EraseUser.RECENT.toSeconds() + 1);
    var refreshed = users.refresh(String.valueOf(session.get("refreshToken")));
    var refused = erase(refreshed);
    assertEquals(401, refused.status());
    assertEquals("recent-log-in-needed", refused.problem());
    assertEquals(200, users.me(refreshed).status());
    assertEquals(204, erase(users.logIn(ADA, UsersApi.PASSWORD)).status());
  }
}
