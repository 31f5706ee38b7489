package dev.zerotomillions.shared.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {
  private static final TestTokens TOKENS = new TestTokens();
  private static final Api API = Api.start(Map.of("JWKS", TOKENS.jwks()));

  private static String token(Role role) {
    return TOKENS.issue("usr_1", role, Instant.now());
  }

  private static void assertUnauthorized(ApiResponse answer) {
    assertEquals(401, answer.status(), answer.body());
    assertEquals("unauthorized", answer.problem());
    assertTrue(String.valueOf(answer.header("www-authenticate")).startsWith("Bearer"));
  }

  @Test
  void validToken_tellsTheControllerWhoCalls() {
    for (var role : Role.values()) {
      var answer =
          API.send(ApiRequest.get("/who/caller").header("authorization", "Bearer " + token(role)));
      assertEquals(200, answer.status(), answer.body());
      assertEquals("usr_1", answer.get("id"));
      assertEquals(role.label(), answer.get("role"));
    }
  }

  @Test
  void schemesLetterCase_doesNotMatter() {
    var request =
        ApiRequest.get("/who/caller").header("Authorization", "bearer " + token(Role.CUSTOMER));
    assertEquals(200, API.send(request).status());
  }

  @Test
  void missingToken_isUnauthorized_andChallengedWithoutAnError() {
    var answer = API.send(ApiRequest.get("/who/caller"));
    assertUnauthorized(answer);
    assertEquals("Bearer", answer.header("www-authenticate"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer x.y.z", "Basic dXNlcjpwYXNz", "x"})
  void otherCredentials_areUnauthorized(String credentials) {
    assertUnauthorized(
        API.send(ApiRequest.get("/who/caller").header("authorization", credentials)));
  }

  @Test
  void expiredOrForgedToken_isUnauthorized_andSaysThatTheTokenIsInvalid() {
    var expired = TOKENS.issue("usr_1", Role.CUSTOMER, Instant.now().minusSeconds(3600));
    var forged = new TestTokens().issue("usr_1", Role.ADMINISTRATOR, Instant.now());
    for (var token : new String[] {expired, forged}) {
      var answer =
          API.send(ApiRequest.get("/who/caller").header("authorization", "Bearer " + token));
      assertUnauthorized(answer);
      assertTrue(
          String.valueOf(answer.header("www-authenticate")).contains("error=\"invalid_token\""));
    }
  }

  @Test
  void customer_isForbiddenWhatNeedsAnAdministrator() {
    var answer =
        API.send(
            ApiRequest.of("POST", "/who/administrator")
                .json("{\"id\":\"x\"}")
                .header("authorization", "Bearer " + token(Role.CUSTOMER)));
    assertEquals(403, answer.status(), answer.body());
    assertEquals("forbidden", answer.problem());
  }

  @Test
  void stranger_learnsNothingAboutTheBody() {
    assertUnauthorized(API.send(ApiRequest.of("POST", "/who/administrator").json("{\"wrong\":1}")));
    assertUnauthorized(API.send(ApiRequest.of("POST", "/who/administrator").json("not json")));
    assertUnauthorized(API.send(ApiRequest.of("POST", "/who/administrator")));
  }
}
