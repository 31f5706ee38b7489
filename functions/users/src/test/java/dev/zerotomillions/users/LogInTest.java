package dev.zerotomillions.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.SignedJWT;
import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.auth.TokenVerifier;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.AtOnce;
import dev.zerotomillions.shared.testing.TestTable;
import java.text.ParseException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogInTest {
  private static final String ADA = "ada@example.com";

  private final UsersApi users = new UsersApi(new CountingHasher());
  private String adaId = "";

  @BeforeEach
  void registerAda() {
    adaId = String.valueOf(users.register(UsersApi.ada()).get("id"));
  }

  @Test
  void rightPassword_givesATokenThatVerifies_whateverTheLettersCase() throws ParseException {
    var answer = users.logIn("Ada@EXAMPLE.com", UsersApi.PASSWORD);

    assertEquals(201, answer.status(), answer.body());
    assertEquals(900L, answer.get("expiresIn"));
    assertEquals("no-store", answer.header("cache-control"));
    var token = String.valueOf(answer.get("accessToken"));
    var ring = KeyRing.parse(users.parameters.get("/shop/signing-key"));
    var caller = new TokenVerifier(ring::publicKeys, users).verify(token);
    assertEquals(adaId, caller.id());
    assertEquals(Role.CUSTOMER, caller.role());
    assertEquals(ring.newest().getKeyID(), SignedJWT.parse(token).getHeader().getKeyID());
  }

  @Test
  void refreshToken_isStoredAsADigestAlone() {
    var token = String.valueOf(users.logIn(ADA, UsersApi.PASSWORD).get("refreshToken"));
    var secret = token.substring(token.lastIndexOf('.') + 1);

    assertTrue(token.startsWith(adaId + ".ses_"), token);
    assertEquals(43, secret.length());
    var stored =
        TestTable.client().scan(request -> request.tableName(users.table.name())).toString();
    assertFalse(stored.contains(secret));
    assertTrue(stored.contains(Sha256.hex(secret)));
  }

  @Test
  void everyLogIn_isASessionOfItsOwn() {
    var first = users.logIn(ADA, UsersApi.PASSWORD);
    var second = users.logIn(ADA, UsersApi.PASSWORD);
    assertNotEquals(first.get("refreshToken"), second.get("refreshToken"));
    assertNotEquals(first.get("accessToken"), second.get("accessToken"));
  }

  @Test
  void unknownAddress_andWrongPassword_getTheSameAnswer() {
    var wrong = users.logIn(ADA, "wrong horse battery");
    var unknown = users.logIn("eve@example.com", "wrong horse battery");

    assertEquals(401, wrong.status());
    assertEquals("wrong-credentials", wrong.problem());
    assertEquals(wrong.body(), unknown.body());
    assertEquals(wrong.status(), unknown.status());
  }

  @Test
  void guesses_costLongerAndLongerWaits_forKnownAndUnknownAddressesAlike() {
    for (var email : List.of(ADA, "eve@example.com")) {
      for (int i = 0; i < Guesses.FREE; i++) {
        assertEquals(401, users.logIn(email, "wrong horse battery").status());
      }
      assertWait("1", users.logIn(email, UsersApi.PASSWORD));
      users.waitSeconds(1);
      assertEquals(401, users.logIn(email, "wrong horse battery").status());
      assertWait("2", users.logIn(email, "wrong horse battery"));
      users.waitSeconds(2);
      assertEquals(401, users.logIn(email, "wrong horse battery").status());
      assertWait("4", users.logIn(email, "wrong horse battery"));
    }
  }

  private static void assertWait(String seconds, ApiResponse answer) {
    assertEquals(429, answer.status(), answer.body());
    assertEquals("too-many-guesses", answer.problem());
    assertEquals(seconds, answer.header("retry-after"));
  }

  @Test
  void waits_endAtFiveMinutes() {
    var answer = users.logIn(ADA, "wrong horse battery");
    for (int i = 0; i < 30; i++) {
      answer = users.logIn(ADA, "wrong horse battery");
      if (answer.status() == 429) {
        users.waitSeconds(Long.parseLong(String.valueOf(answer.header("retry-after"))));
      }
    }
    while (answer.status() != 429) {
      answer = users.logIn(ADA, "wrong horse battery");
    }
    assertWait("300", answer);
  }

  @Test
  void rightPassword_afterTheWait_startsAfresh() {
    for (int i = 0; i < Guesses.FREE; i++) {
      users.logIn(ADA, "wrong horse battery");
    }
    users.waitSeconds(1);
    assertEquals(201, users.logIn(ADA, UsersApi.PASSWORD).status());
    for (int i = 0; i < Guesses.FREE; i++) {
      assertEquals(401, users.logIn(ADA, "wrong horse battery").status());
    }
  }

  @Test
  void guesses_areForgottenAfterAnHour() {
    for (int i = 0; i < Guesses.FREE; i++) {
      users.logIn(ADA, "wrong horse battery");
    }
    users.waitSeconds(3700);
    assertEquals(401, users.logIn(ADA, "wrong horse battery").status());
    assertEquals(401, users.logIn(ADA, "wrong horse battery").status());
  }

  @Test
  void guessesInParallel_gainNothing() throws ExecutionException, InterruptedException {
    var answers = AtOnce.times(20, () -> users.logIn(ADA, "wrong horse battery"));
    long looked = answers.stream().filter(answer -> answer.status() == 401).count();
    assertTrue(looked <= Guesses.FREE, looked + " passwords were looked at");
  }

  @Test
  void malformedRequests_areRefused() {
    var post = ApiRequest.of("POST", "/api/sessions");
    assertEquals("malformed-json", users.api.send(post.json("{")).problem());
    assertEquals(400, users.api.send(post).status());
    assertEquals(
        "unsupported-media-type",
        users.api.send(post.body("a=b").header("content-type", "text/plain")).problem());
    assertEquals(
        List.of("password: is required", "otp: is unknown"),
        users.api.send(post.json("{\"email\":\"x\",\"otp\":1}")).errors());
    assertEquals(
        "method-not-allowed", users.api.send(ApiRequest.of("PUT", "/api/sessions")).problem());
    assertEquals(400, users.logIn(ADA, "x".repeat(129)).status());
  }

  @Test
  void whatIsNoAddress_isUnknown_howeverLongItGrowsWhenNormalised() {
    for (var email :
        List.of("", " ", "@", "ada", "\ud834\udd61".repeat(254), "\ufb2c".repeat(254))) {
      assertEquals("wrong-credentials", users.logIn(email, UsersApi.PASSWORD).problem());
    }
  }

  @Test
  void keys_areServed_forCachesToo() {
    var answer = users.api.send(ApiRequest.get("/.well-known/jwks.json"));

    assertEquals(200, answer.status(), answer.body());
    assertEquals("public, max-age=300", answer.header("cache-control"));
    assertTrue(answer.body().contains("\"crv\":\"P-256\""), answer.body());
    assertFalse(answer.body().contains("\"d\":"), "no private key");
  }
}
