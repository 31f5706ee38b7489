package dev.zerotomillions.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.PayloadFormat;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SourcesTest {
  private final UsersApi users = new UsersApi(new CountingHasher());

  private ApiResponse logIn(PayloadFormat format, String email, String address) {
    return users
        .api
        .as(format)
        .send(
            ApiRequest.of("POST", "/api/sessions")
                .json(Map.of("email", email, "password", UsersApi.PASSWORD))
                .header("x-forwarded-for", email)
                .from(address));
  }

  @ParameterizedTest
  @EnumSource
  void sourceThatTriesManyAddresses_mustWait_andNoOther(PayloadFormat format) {
    users.register(UsersApi.ada());
    for (int i = 0; i < Sources.MOST; i++) {
      assertEquals(201, logIn(format, "ada@example.com", "2001:db8::1").status());
      assertEquals(401, logIn(format, i + "@example.com", "2001:db8::" + i).status());
    }
    var refused = logIn(format, "ada@example.com", "2001:db8::ffff");
    assertEquals(429, refused.status());
    assertEquals("too-many-guesses", refused.problem());
    assertTrue(Long.parseLong(String.valueOf(refused.header("retry-after"))) <= 900);
    assertFalse(users.stored().contains("2001:db8"));

    assertEquals(201, logIn(format, "ada@example.com", "192.0.2.1").status());
    users.waitSeconds(Sources.WINDOW.toSeconds());
    assertEquals(201, logIn(format, "ada@example.com", "2001:db8::1").status());
  }
}
