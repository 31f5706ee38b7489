package dev.zerotomillions.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.AtOnce;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private final UsersApi users = new UsersApi(new CountingHasher());
  private ApiResponse session = new ApiResponse(0, Map.of(), "");
  private String token = "";

  @BeforeEach
  void logIn() {
    session = users.ada(UsersApi.PASSWORD);
    token = String.valueOf(session.get("refreshToken"));
  }

  private static void assertInvalid(ApiResponse answer) {
    assertEquals(401, answer.status(), answer.body());
    assertEquals("invalid-refresh-token", answer.problem());
    assertEquals("Bearer", answer.header("www-authenticate"));
  }

  @Test
  void refreshToken_givesNewTokensOfTheSameSession() {
    var next = users.refresh(token);

    assertEquals(200, next.status(), next.body());
    assertNotEquals(token, next.get("refreshToken"));
    assertEquals(200, users.me(next).status());
    assertEquals(200, users.refresh(String.valueOf(next.get("refreshToken"))).status());
  }

  @Test
  void replayedToken_endsTheWholeFamily_andNoOther() {
    var other = users.logIn("ada@example.com", UsersApi.PASSWORD);
    var next = users.refresh(token);

    assertInvalid(users.refresh(token));
    assertInvalid(users.refresh(String.valueOf(next.get("refreshToken"))));
    assertEquals(401, users.me(next).status());
    assertEquals(200, users.me(other).status());
  }

  @Test
  void tokenUsedManyTimesAtOnce_isGoodForOne_andTheFamilyEnds()
      throws ExecutionException, InterruptedException {
    List<String> winners = new ArrayList<>();
    for (var answer : AtOnce.times(8, () -> users.refresh(token))) {
      if (answer.status() == 200) {
        winners.add(String.valueOf(answer.get("refreshToken")));
      } else {
        assertInvalid(answer);
      }
    }
    assertEquals(1, winners.size());
    assertInvalid(users.refresh(winners.getFirst()));
  }

  @Test
  void forgedTokens_getTheSameAnswer_andEndNothing() {
    var before = users.stored();
    var secret = "A".repeat(43);
    var bodies = new HashSet<String>();
    for (var forged :
        List.of(
            "",
            "...",
            token.substring(0, token.lastIndexOf('.') + 1) + secret,
            token.replaceFirst("ses_.", "ses_f"),
            token.replaceFirst("usr_.", "usr_f"),
            "x".repeat(200))) {
      var answer = users.refresh(forged);
      assertInvalid(answer);
      bodies.add(answer.body());
    }
    assertEquals(1, bodies.size());
    assertEquals(before, users.stored());
    assertEquals(200, users.refresh(token).status());
  }

  @Test
  void session_endsThirtyDaysAfterTheLogIn_howeverOftenItIsRefreshed() {
    users.waitSeconds(Sessions.LIFETIME.toSeconds() - 1);
    var next = users.refresh(token);
    assertEquals(200, next.status());
    users.waitSeconds(1);
    assertInvalid(users.refresh(String.valueOf(next.get("refreshToken"))));
  }

  @Test
  void malformedRequests_areRefused() {
    assertEquals(400, users.refresh(7).status());
    assertEquals(400, users.refresh("x".repeat(257)).status());
    assertEquals(413, users.refresh("x".repeat(1_000_000)).status());
  }

  @Test
  void logOut_endsTheSession_andCanBeRepeated() {
    var other = users.logIn("ada@example.com", UsersApi.PASSWORD);
    for (int i = 0; i < 2; i++) {
      var answer = users.api.send(UsersApi.as(session, "DELETE", "/api/sessions/current"));
      assertEquals(204, answer.status(), answer.body());
    }
    assertInvalid(users.refresh(token));
    assertEquals("unauthorized", users.me(session).problem());
    assertEquals(200, users.me(other).status());
    var stranger = users.api.send(ApiRequest.of("DELETE", "/api/sessions/current"));
    assertEquals(401, stranger.status());
  }

  @Test
  void administratorsReset_endsAllSessions() {
    users
        .administrators()
        .appoint(new EmailAddress("ADA@example.com"), "Ada", "another horse battery");

    assertInvalid(users.refresh(token));
    assertEquals(401, users.me(session).status());
    var again = users.logIn("ada@example.com", "another horse battery");
    assertEquals("administrator", users.me(again).get("role"));
  }
}
