package dev.zerotomillions.catalog;

import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.auth.TestTokens;
import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.InMemoryFiles;
import dev.zerotomillions.shared.testing.InMemoryParameters;
import dev.zerotomillions.shared.testing.TestTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** The catalog's function on an empty table, and how its tests call it. */
final class CatalogApi {
  private static final TestTokens TOKENS = new TestTokens();

  /** How far the catalog's clock is ahead. */
  private volatile Duration ahead = Duration.ZERO;

  final TestTable table = TestTable.create();
  final Api api =
      Api.start(
          Map.of(
              "CATALOG_TABLE", table.name(),
              "CURSOR_KEY_PARAMETER", InMemoryParameters.CURSOR_KEY,
              "JWKS", TOKENS.jwks()),
          new InMemoryParameters(),
          new InMemoryFiles(),
          (InstantSource) () -> Instant.now().plus(ahead));

  static Map<String, Object> draft(String name) {
    Map<String, Object> draft = new LinkedHashMap<>();
    draft.put("name", name);
    draft.put("description", "Fine.");
    draft.put("category", "tea");
    draft.put("price", Map.of("amount", 1999, "currency", "EUR"));
    return draft;
  }

  static ApiRequest as(Role role, ApiRequest request) {
    return request.header("authorization", "Bearer " + TOKENS.issue("usr_1", role, Instant.now()));
  }

  static ApiRequest put(String id, Object draft) {
    return as(Role.ADMINISTRATOR, ApiRequest.of("PUT", "/api/products/" + id).json(draft));
  }

  /** The request of an administrator who logged in just now, by the catalog's clock. */
  ApiRequest asAdministrator(ApiRequest request) {
    String token = TOKENS.issue("usr_1", Role.ADMINISTRATOR, Instant.now().plus(ahead));
    return request.header("authorization", "Bearer " + token);
  }

  void pass(Duration time) {
    ahead = ahead.plus(time);
  }

  ApiResponse send(ApiRequest request) {
    return api.send(request);
  }
}
