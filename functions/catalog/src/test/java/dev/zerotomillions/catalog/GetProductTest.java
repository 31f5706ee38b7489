package dev.zerotomillions.catalog;

import static dev.zerotomillions.catalog.CatalogApi.draft;
import static dev.zerotomillions.catalog.CatalogApi.put;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GetProductTest {
  private static final CatalogApi CATALOG = new CatalogApi();

  @ParameterizedTest
  @ValueSource(strings = {"none", "Not-An-Id", "%00", "%F0%9F%98%80", "a%2Fb"})
  void unknownProduct_isNotFound(String id) {
    ApiResponse answer = CATALOG.send(ApiRequest.get("/api/products/" + id));
    assertEquals(404, answer.status());
    assertEquals("not-found", answer.problem());
  }

  @Test
  void idLongerThanAnyKey_isNotFound() {
    assertEquals(404, CATALOG.send(ApiRequest.get("/api/products/" + "x".repeat(10_000))).status());
  }

  @Test
  void clientsCopy_isCurrentUntilTheProductChanges() {
    String tag = String.valueOf(CATALOG.send(put("tea", draft("Tea"))).header("etag"));
    ApiRequest conditional = ApiRequest.get("/api/products/tea").header("If-None-Match", tag);
    assertEquals(304, CATALOG.send(conditional).status());
    CATALOG.send(put("tea", draft("Better tea")));
    ApiResponse answer = CATALOG.send(conditional);
    assertEquals(200, answer.status());
    assertEquals("Better tea", answer.get("name"));
  }
}
