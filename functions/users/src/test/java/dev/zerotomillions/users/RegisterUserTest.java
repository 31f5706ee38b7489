package dev.zerotomillions.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.AtOnce;
import dev.zerotomillions.shared.testing.PayloadFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterUserTest {
  private final UsersApi users = new UsersApi();

  private static Map<String, Object> adaWith(String field, Object value) {
    var body = UsersApi.ada();
    body.put(field, value);
    return body;
  }

  private void assertRefused(int status, String problem, ApiResponse answer) {
    assertEquals(status, answer.status(), answer.body());
    assertEquals(problem, answer.problem());
    assertEquals(0, users.table.count(), "nothing is written");
  }

  @Test
  void newUser_isACustomer_andTheAnswerHoldsNoPassword() {
    var answer = users.register(UsersApi.ada());

    assertEquals(201, answer.status(), answer.body());
    assertTrue(String.valueOf(answer.get("id")).matches("usr_[0-9a-f-]{36}"), answer.body());
    assertEquals("ada@example.com", answer.get("email"));
    assertEquals("customer", answer.get("role"));
    assertEquals("2026-03-01T12:00:00Z", answer.get("createdAt"));
    assertEquals(1L, answer.get("version"));
    assertFalse(answer.body().contains("assword"), answer.body());
  }

  @Test
  void restEvents_areUnderstoodAsWell() {
    var request =
        ApiRequest.of("POST", "/api/users").json(UsersApi.ada()).header("Idempotency-Key", "k1");
    assertEquals(201, users.api.as(PayloadFormat.REST_API_1_0).send(request).status());
  }

  @Test
  void sameAddressInOtherLetters_isTaken() {
    users.register(UsersApi.ada());
    int written = users.table.count();

    for (var spelling : List.of("ada@example.com", "ADA@Example.COM")) {
      var answer = users.register(adaWith("email", spelling));
      assertEquals(409, answer.status(), answer.body());
      assertEquals("email-taken", answer.problem());
    }
    assertEquals(written, users.table.count());
  }

  @Test
  void sameKey_givesTheSameUser_andAnotherBodyIsRefused() {
    var first = users.register(UsersApi.ada(), "key-1");
    int written = users.table.count();

    assertEquals(first.body(), users.register(UsersApi.ada(), "key-1").body());
    var other = users.register(adaWith("name", "Augusta"), "key-1");
    assertEquals(422, other.status());
    assertEquals("idempotency-key-reused", other.problem());
    assertEquals(written, users.table.count());
  }

  @Test
  void sameKeyManyTimesAtOnce_makesOneUser() throws ExecutionException, InterruptedException {
    var bodies = new HashSet<String>();
    for (var answer : AtOnce.times(8, () -> users.register(UsersApi.ada(), "key-1"))) {
      assertEquals(201, answer.status(), answer.body());
      bodies.add(answer.body());
    }
    assertEquals(1, bodies.size());
    assertEquals(3, users.table.count(), "user, e-mail address, idempotency record");
  }

  @Test
  void missingKey_isRefused() {
    var request = ApiRequest.of("POST", "/api/users").json(UsersApi.ada());
    assertRefused(400, "idempotency-key-missing", users.api.send(request));
  }

  @Test
  void role_cannotBeAssigned() {
    var answer = users.register(adaWith("role", "administrator"));
    assertRefused(400, "validation-failed", answer);
    assertEquals(List.of("role: is unknown"), answer.errors());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "email    | ''",
        "email    | ada",
        "email    | ada@",
        "email    | ada@localhost",
        "email    | a b@example.com",
        "email    | ada@example.com,eve@example.com",
        "password | short",
        "password | aaaaaaaaaaaaaaaa",
        "password | 0123456789012",
        "password | password1234",
        "password | ada@example.com",
        "name     | ' '",
        "country  | gb",
        "country  | XX",
        "country  | GBR",
        "locale   | not a tag",
        "locale   | '-'",
      })
  void fieldThatBreaksARule_isNamed(String field, String value) {
    var answer = users.register(adaWith(field, value));
    assertRefused(400, "validation-failed", answer);
    assertTrue(answer.errors().getFirst().startsWith(field + ": "), answer.body());
  }

  @Test
  void everyWrongField_isNamed() {
    var answer = users.register("{\"email\": 7, \"password\": \"short\", \"extra\": true}");
    assertRefused(400, "validation-failed", answer);
    assertEquals(5, answer.errors().size(), answer.body());
  }

  @Test
  void malformedJson_isRefused() {
    assertRefused(400, "malformed-json", users.register("{\"email\": "));
  }

  @Test
  void passwordOfAMegabyte_isRefusedUnhashed() {
    assertRefused(
        413, "payload-too-large", users.register(adaWith("password", "x".repeat(1_000_000))));
    assertRefused(
        400, "validation-failed", users.register(adaWith("password", "xyzab".repeat(100))));
  }

  @Test
  void addressesOfOtherScripts_areWelcome() {
    assertEquals(201, users.register(adaWith("email", "josé@exämple.com")).status());
    assertEquals(409, users.register(adaWith("email", "JOSE\u0301@EXÄMPLE.com")).status());
  }
}
