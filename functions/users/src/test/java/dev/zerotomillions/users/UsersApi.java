package dev.zerotomillions.users;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.http.Contexts;
import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.FakeDelivery;
import dev.zerotomillions.shared.testing.FakeServices;
import dev.zerotomillions.shared.testing.InMemoryFiles;
import dev.zerotomillions.shared.testing.InMemoryParameters;
import dev.zerotomillions.shared.testing.TestTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The users' functions on a table of their own, with a clock that stands still until told. */
final class UsersApi implements InstantSource {
  static final String PASSWORD = "correct horse battery";

  final TestTable table = TestTable.create();
  final InMemoryFiles files = new InMemoryFiles();
  final InMemoryParameters parameters = new InMemoryParameters();
  final FakeServices services =
      new FakeServices().on("GET", "/internal/", 200, Map.of("items", List.of()));
  final FakeDelivery delivery = new FakeDelivery();
  final Api api;
  private final PasswordHasher hasher;
  private final Map<String, String> settings;
  private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

  UsersApi() {
    this(new Argon2Hasher());
  }

  UsersApi(PasswordHasher hasher) {
    var ring = KeyRing.generate(1, now);
    parameters.overwrite("/shop/signing-key", ring.toJson());
    this.hasher = hasher;
    settings =
        Map.of(
            "USERS_TABLE", table.name(),
            "JOBS_TABLE", TestTable.create().name(),
            "JWKS", ring.publicKeys(),
            "SIGNING_KEY_PARAMETER", "/shop/signing-key");
    api = Api.start(settings, parameters, files, services, hasher, delivery, this);
  }

  /** What makes administrators, on the same table. */
  Administrators administrators() {
    return Contexts.start(Api.settings(settings), parameters, hasher, delivery, this)
        .getBean(Administrators.class);
  }

  /** The functions' environment. */
  Settings settings() {
    return Api.settings(settings);
  }

  @Override
  public Instant instant() {
    return now;
  }

  void waitSeconds(long seconds) {
    now = now.plusSeconds(seconds);
  }

  static Map<String, Object> ada() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("email", "ada@example.com");
    body.put("password", PASSWORD);
    body.put("name", "Ada Lovelace");
    body.put("country", "GB");
    return body;
  }

  ApiResponse register(Object body) {
    return register(body, UUID.randomUUID().toString());
  }

  ApiResponse register(Object body, String key) {
    return api.send(ApiRequest.of("POST", "/api/users").json(body).header("idempotency-key", key));
  }

  ApiResponse logIn(String email, String password) {
    return api.send(
        ApiRequest.of("POST", "/api/sessions")
            .json(Json.writeText(Map.of("email", email, "password", password))));
  }

  /** Registers Ada and logs her in. */
  ApiResponse ada(String password) {
    register(ada());
    return logIn("ada@example.com", password);
  }

  ApiResponse refresh(Object refreshToken) {
    return api.send(
        ApiRequest.of("POST", "/api/sessions/refresh")
            .json(Json.writeText(Map.of("refreshToken", refreshToken))));
  }

  /** A request with the access token of a session. */
  static ApiRequest as(ApiResponse session, String method, String path) {
    return ApiRequest.of(method, path)
        .header("authorization", "Bearer " + session.get("accessToken"));
  }

  ApiResponse me(ApiResponse session) {
    return api.send(as(session, "GET", "/api/users/me"));
  }

  /** All that the table holds. */
  String stored() {
    return TestTable.client().scan(request -> request.tableName(table.name())).items().toString();
  }
}
