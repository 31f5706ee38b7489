package dev.zerotomillions.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.auth.TestTokens;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.FakeServices;
import dev.zerotomillions.shared.testing.TestTable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsTest {
  private static final Map<String, String> HEALTHY =
      Map.of(
          "USERS_TABLE", TestTable.create().name(),
          "CATALOG_TABLE", TestTable.create().name(),
          "INVENTORY_TABLE", TestTable.create().name(),
          "ORDERS_TABLE", TestTable.create().name(),
          "PAYMENTS_TABLE", TestTable.create().name(),
          "NOTIFICATIONS_TABLE", TestTable.create().name(),
          "JOBS_TABLE", TestTable.create().name(),
          "JWKS", new TestTokens().jwks());

  private static final FakeServices SERVICES =
      new FakeServices().on("GET", "/internal/payments/health", 200, Map.of("state", "UP"));

  private static Api apiWith(String variable, String value) {
    Map<String, String> variables = new HashMap<>(HEALTHY);
    variables.put(variable, value);
    return Api.start(variables, SERVICES);
  }

  @Test
  void healthySystem_isUp_tierByTier() {
    var answer = Api.start(HEALTHY, SERVICES).send(ApiRequest.get("/api/health"));

    assertEquals(200, answer.status(), answer.body());
    assertEquals("UP", answer.get("status"));
    assertEquals(
        Set.of("tables", "keys", "payments"),
        assertInstanceOf(Map.class, answer.get("tiers")).keySet());
    assertEquals("no-store", answer.header("cache-control"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"users", "catalog", "inventory", "orders", "payments", "notifications", "jobs"})
  void missingTable_isTold_whereItIsLookedAtAlone(String missing) {
    var api = apiWith(missing.toUpperCase(Locale.ROOT) + "_TABLE", "none");
    var tables = api.send(ApiRequest.get("/api/health/tables"));

    assertEquals(503, tables.status(), tables.body());
    Map<?, ?> checks = assertInstanceOf(Map.class, tables.get("checks"));
    assertEquals(7, checks.size(), tables.body());
    checks.forEach(
        (table, state) -> assertEquals(table.equals(missing) ? "DOWN" : "UP", state, "" + table));
    assertEquals(200, api.send(ApiRequest.get("/api/health/keys")).status());
    var all = api.send(ApiRequest.get("/api/health"));
    assertEquals(503, all.status());
    assertEquals("DOWN", all.get("status"));
  }

  @Test
  void missingOrBrokenKeys_areTold() {
    for (var jwks : new String[] {"{\"keys\":[]}", "broken"}) {
      var answer = apiWith("JWKS", jwks).send(ApiRequest.get("/api/health/keys"));
      assertEquals(503, answer.status(), answer.body());
      assertEquals("DOWN", answer.get("status"));
    }
  }

  @Test
  void providerThatIsDown_orPaymentsThatDoNotAnswer_areTold() {
    var down =
        new FakeServices().on("GET", "/internal/payments/health", 200, Map.of("state", "DOWN"));
    var silent = new FakeServices().on("GET", "/internal/payments/health", 503, Map.of());
    for (var services : List.of(down, silent)) {
      var answer = Api.start(HEALTHY, services).send(ApiRequest.get("/api/health/payments"));
      assertEquals(503, answer.status(), answer.body());
      assertEquals(Map.of("provider", "DOWN"), answer.get("checks"));
    }
  }

  @Test
  void providerBehindFunctionsThatHaveToStart_isWaitedFor() {
    var left = new AtomicReference<>(Duration.ZERO);
    var services =
        new FakeServices()
            .on(
                "GET",
                "/internal/payments/health",
                _ -> {
                  left.set(Deadline.current().orElseThrow().remaining(InstantSource.system()));
                  return FakeServices.answer(200, Map.of("state", "UP"));
                });
    assertEquals(
        200, Api.start(HEALTHY, services).send(ApiRequest.get("/api/health/payments")).status());
    assertTrue(left.get().toSeconds() >= 5, left + " are left to two cold functions");
  }

  @Test
  void unknownTier_isNotFound() {
    var answer = Api.start(HEALTHY, SERVICES).send(ApiRequest.get("/api/health/moon"));
    assertEquals(404, answer.status());
    assertEquals("not-found", answer.problem());
  }

  @Test
  void openApi_isOneDocumentOfAllServices_withoutWhatIsInternal() {
    var answer = Api.start(HEALTHY, SERVICES).send(ApiRequest.get("/api/openapi.json"));

    assertEquals(200, answer.status(), answer.body());
    assertEquals("3.1.0", answer.get("openapi"));
    var paths = assertInstanceOf(Map.class, answer.get("paths")).keySet();
    assertFalse(paths.toString().contains("/internal"), paths.toString());
    for (var path :
        new String[] {
          "/api/users",
          "/api/sessions",
          "/.well-known/jwks.json",
          "/api/products/{id}",
          "/api/inventory/{productId}/movements",
          "/api/orders/{id}",
          "/api/health/{tier}",
          "/api/openapi.json"
        }) {
      assertTrue(paths.contains(path), path + " is in " + paths);
    }
  }
}
