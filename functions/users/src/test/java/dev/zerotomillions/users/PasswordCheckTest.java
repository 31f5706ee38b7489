package dev.zerotomillions.users;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordCheckTest {
  private static final String ADA = "ada@example.com";

  private final CountingHasher hasher = new CountingHasher();
  private final UsersApi users = new UsersApi(hasher);

  @BeforeEach
  void registerAda() {
    users.register(UsersApi.ada());
    hasher.hashed.set(0);
  }

  @Test
  void unknownAddress_costsOneCheck_asAKnownOneDoes() {
    users.logIn(ADA, "wrong horse battery");
    assertEquals(1, hasher.checked.getAndSet(0));

    users.logIn("eve@example.com", "wrong horse battery");
    assertEquals(1, hasher.checked.get());
    assertEquals(0, hasher.hashed.get());
  }

  @Test
  void decoysOwnPassword_opensNothing() {
    assertEquals(401, users.logIn("eve@example.com", "-decoy-").status());
  }

  @Test
  void guessesThatMustWait_costNoCheck() {
    for (int i = 0; i < Guesses.FREE + 10; i++) {
      users.logIn(ADA, "wrong horse battery");
    }
    assertEquals(Guesses.FREE, hasher.checked.get());
  }

  @Test
  void logIn_hashesAnew_onceTheParametersHaveRisen() {
    hasher.parameters = "v2";
    assertEquals(201, users.logIn(ADA, UsersApi.PASSWORD).status());
    assertEquals(1, hasher.hashed.get());

    assertEquals(201, users.logIn(ADA, UsersApi.PASSWORD).status());
    assertEquals(1, hasher.hashed.get(), "the new hash is in place");
  }

  @Test
  void argon2_opensToTheRightPasswordAlone() {
    var real = new UsersApi();
    real.register(UsersApi.ada());
    assertEquals(201, real.logIn(ADA, UsersApi.PASSWORD).status());
    assertEquals(401, real.logIn(ADA, "wrong horse battery").status());
    assertEquals(401, real.logIn("eve@example.com", UsersApi.PASSWORD).status());
  }
}
