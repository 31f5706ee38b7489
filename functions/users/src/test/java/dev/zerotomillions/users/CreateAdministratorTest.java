package dev.zerotomillions.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.SignedJWT;
import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.InvocationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CreateAdministratorTest {
  private static final Path EVENTS = Path.of("..", "..", "events", "users");

  private final UsersApi users = new UsersApi(new CountingHasher());
  private final CreateAdministrator function = new CreateAdministrator(users.administrators());

  private Map<?, ?> invoke(String json) throws IOException {
    var out = new ByteArrayOutputStream();
    function.handleRequest(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
        out,
        new InvocationContext("request-1"));
    return assertInstanceOf(Map.class, Json.read(out.toByteArray()));
  }

  private static String request(String email, String password) {
    return Json.writeText(Map.of("email", email, "password", password, "name", "Grace Hopper"));
  }

  private static String role(ApiResponse loggedIn) throws ParseException {
    assertEquals(201, loggedIn.status(), loggedIn.body());
    var token = SignedJWT.parse(String.valueOf(loggedIn.get("accessToken")));
    return String.valueOf(token.getJWTClaimsSet().getStringClaim("role"));
  }

  @Test
  void sampleEvent_makesAnAdministrator_whoCanLogIn() throws IOException, ParseException {
    var event = Files.readString(EVENTS.resolve("CreateAdministrator.json"));
    var answer = invoke(event.replace("${PASSWORD}", UsersApi.PASSWORD));

    assertEquals("admin@example.com", answer.get("email"));
    assertEquals("administrator", answer.get("role"));
    assertTrue(String.valueOf(answer.get("id")).startsWith("usr_"), answer.toString());
    assertEquals("administrator", role(users.logIn("admin@example.com", UsersApi.PASSWORD)));
  }

  @Test
  void again_itResetsThePassword_andKeepsTheId() throws IOException, ParseException {
    var first = invoke(request("admin@example.com", UsersApi.PASSWORD));
    var second = invoke(request("ADMIN@example.com", "another horse battery"));

    assertEquals(first.get("id"), second.get("id"));
    assertEquals(401, users.logIn("admin@example.com", UsersApi.PASSWORD).status());
    assertEquals("administrator", role(users.logIn("admin@example.com", "another horse battery")));
  }

  @Test
  void customer_isPromoted() throws IOException, ParseException {
    var id = users.register(UsersApi.ada()).get("id");
    assertEquals("customer", role(users.logIn("ada@example.com", UsersApi.PASSWORD)));

    assertEquals(id, invoke(request("ada@example.com", "another horse battery")).get("id"));
    assertEquals("administrator", role(users.logIn("ada@example.com", "another horse battery")));
  }

  @Test
  void requestThatBreaksARule_isRefused_andSaysWhich() throws IOException {
    var weak = Files.readString(EVENTS.resolve("CreateAdministrator-weak-password.json"));
    for (var request : new String[] {weak, request("nobody", UsersApi.PASSWORD), "{}"}) {
      var refused = assertThrows(CreateAdministrator.Refused.class, () -> invoke(request));
      assertTrue(refused.toString().matches("(?s).*(password|email).*"), refused.toString());
    }
    assertEquals(0, users.table.count());
  }
}
