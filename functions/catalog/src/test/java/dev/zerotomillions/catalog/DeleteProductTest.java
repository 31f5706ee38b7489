package dev.zerotomillions.catalog;

import static dev.zerotomillions.catalog.CatalogApi.as;
import static dev.zerotomillions.catalog.CatalogApi.draft;
import static dev.zerotomillions.catalog.CatalogApi.put;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.PayloadFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeleteProductTest {
  private final CatalogApi catalog = new CatalogApi();

  private ApiResponse send(ApiRequest request) {
    return catalog.send(request);
  }

  private static ApiRequest delete(String target) {
    return as(Role.ADMINISTRATOR, ApiRequest.of("DELETE", "/api/products/" + target));
  }

  private void assertKept(int status, String problem, ApiRequest request) {
    ApiResponse answer = send(request);
    assertEquals(status, answer.status(), answer.body());
    assertEquals(problem, answer.problem());
    assertEquals(200, send(ApiRequest.get("/api/products/tea")).status());
  }

  @ParameterizedTest
  @EnumSource
  void deletedProduct_isGoneFromEverywhere_andStaysSo(PayloadFormat format) {
    var api = catalog.api.as(format);
    api.send(put("tea", draft("Tea")));
    for (int repeat = 0; repeat < 2; repeat++) {
      ApiResponse answer = api.send(delete("tea"));
      assertEquals(204, answer.status(), answer.body());
      assertEquals("", answer.body());
      assertEquals(404, api.send(ApiRequest.get("/api/products/tea")).status());
      for (String query : List.of("", "?category=tea", "?q=tea", "?category=tea&q=t")) {
        assertEquals(List.of(), api.send(ApiRequest.get("/api/products" + query)).items());
      }
    }
    assertEquals(1, catalog.table.count());
  }

  @Test
  void productThatNeverWas_isDeletedWithoutAWrite() {
    assertEquals(204, send(delete("tea")).status());
    assertEquals(204, send(delete("tea?version=3")).status());
    assertEquals(0, catalog.table.count());
  }

  @Test
  void productAddedAgain_goesOnCounting_soThatNoOldVersionFits() {
    ApiResponse first = send(put("tea", draft("Tea")));
    send(delete("tea"));
    ApiResponse again = send(put("tea", draft("Tea")).header("if-none-match", "*"));
    assertEquals(201, again.status(), again.body());
    assertEquals(3L, again.get("version"));
    assertEquals(200, send(put("tea", draft("Tea 2"))).status());
    assertKept(409, "version-conflict", delete("tea?version=1"));
    String old = String.valueOf(first.header("etag"));
    assertKept(412, "precondition-failed", delete("tea").header("if-match", old));
    assertEquals(1, send(ApiRequest.get("/api/products")).items().size());
  }

  @Test
  void versionOfADeletedProduct_fitsNoWrite() {
    send(put("tea", draft("Tea")));
    send(delete("tea"));
    for (int version = 1; version <= 2; version++) {
      Map<String, Object> draft = draft("Tea");
      draft.put("version", version);
      assertEquals("version-conflict", send(put("tea", draft)).problem());
    }
  }

  @Test
  void currentVersionAndTag_letTheDeletionPass_alsoWhenRepeated() {
    String tag = String.valueOf(send(put("tea", draft("Tea"))).header("etag"));
    ApiRequest request = delete("tea?version=1").header("if-match", "\"other\", " + tag);
    assertEquals(204, send(request).status());
    assertEquals(204, send(request).status());
  }

  @Test
  void staleVersionOrTag_deletesNothing() {
    String tag = String.valueOf(send(put("tea", draft("Tea"))).header("etag"));
    send(put("tea", draft("Tea 2")));
    assertKept(412, "precondition-failed", delete("tea").header("if-match", tag));
    assertKept(412, "precondition-failed", delete("tea").header("if-match", "nonsense"));
    assertKept(409, "version-conflict", delete("tea?version=1"));
  }

  @Test
  void strangerAndCustomer_deleteNothing() {
    send(put("tea", draft("Tea")));
    ApiRequest request = ApiRequest.of("DELETE", "/api/products/tea");
    assertKept(401, "unauthorized", request);
    assertKept(403, "forbidden", as(Role.CUSTOMER, request));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tea", "tea?version=0", "tea?version=-1", "tea?version=x", "t%00"})
  void requestThatBreaksARule_isRefused(String target) {
    send(put("tea", draft("Tea")));
    assertKept(400, "validation-failed", delete(target));
  }
}
