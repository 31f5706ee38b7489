package dev.zerotomillions.catalog;

import static dev.zerotomillions.catalog.CatalogApi.as;
import static dev.zerotomillions.catalog.CatalogApi.draft;
import static dev.zerotomillions.catalog.CatalogApi.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.PayloadFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PutProductTest {
  private final CatalogApi catalog = new CatalogApi();

  private ApiResponse send(ApiRequest request) {
    return catalog.send(request);
  }

  private void assertRefused(int status, String problem, ApiRequest request) {
    ApiResponse answer = send(request);
    assertEquals(status, answer.status(), answer.body());
    assertEquals(problem, answer.problem());
    assertEquals(0, catalog.table.count());
  }

  @ParameterizedTest
  @EnumSource
  void newProduct_isCreated_andReadBack(PayloadFormat format) {
    ApiResponse created = catalog.api.as(format).send(put("green-tea", draft("Green tea")));
    assertEquals(201, created.status(), created.body());
    assertEquals("/api/products/green-tea", created.header("location"));
    assertEquals(1L, created.get("version"));
    ApiResponse read = catalog.api.as(format).send(ApiRequest.get("/api/products/green-tea"));
    assertEquals(created.json(), read.json());
    assertEquals(created.header("etag"), read.header("etag"));
    assertEquals(Map.of("amount", 1999L, "currency", "EUR"), read.get("price"));
  }

  @Test
  void secondPut_updates_andKeepsTheCreationTime() {
    ApiResponse created = send(put("tea", draft("Tea")));
    Map<String, Object> changed = draft("Better tea");
    changed.put("version", 1);
    ApiResponse updated = send(put("tea", changed));
    assertEquals(200, updated.status(), updated.body());
    assertEquals(2L, updated.get("version"));
    assertEquals(created.get("createdAt"), updated.get("createdAt"));
    assertEquals(updated.json(), send(ApiRequest.get("/api/products/tea")).json());
  }

  @Test
  void staleVersion_isAConflictThatNamesTheCurrentOne() {
    send(put("tea", draft("Tea")));
    send(put("tea", draft("Tea 2")));
    Map<String, Object> stale = draft("Tea 3");
    stale.put("version", 1);
    ApiResponse answer = send(put("tea", stale));
    assertEquals(409, answer.status());
    assertEquals("version-conflict", answer.problem());
    assertEquals(2L, answer.get("version"));
    assertEquals("Tea 2", send(ApiRequest.get("/api/products/tea")).get("name"));
  }

  @Test
  void versionOfAProductThatDoesNotExist_isAConflict() {
    Map<String, Object> draft = draft("Tea");
    draft.put("version", 1);
    assertRefused(409, "version-conflict", put("tea", draft));
  }

  @Test
  void currentTag_letsTheEditPass_andAStaleOneDoesNot() {
    String tag = String.valueOf(send(put("tea", draft("Tea"))).header("etag"));
    ApiRequest edit = put("tea", draft("Tea 2")).header("if-match", tag);
    assertEquals(200, send(edit).status());
    ApiResponse stale = send(edit);
    assertEquals(412, stale.status());
    assertEquals("precondition-failed", stale.problem());
    assertEquals(2L, send(ApiRequest.get("/api/products/tea")).get("version"));
  }

  @Test
  void weakTag_isNoProofOfWhatWasSeen() {
    String tag = String.valueOf(send(put("tea", draft("Tea"))).header("etag"));
    assertEquals(412, send(put("tea", draft("Tea 2")).header("if-match", "W/" + tag)).status());
  }

  @Test
  void editOfWhatIsNotThere_isRefused() {
    assertRefused(412, "precondition-failed", put("tea", draft("Tea")).header("if-match", "*"));
  }

  @Test
  void createOnly_changesNoProductThatIsThere() {
    ApiRequest create = put("tea", draft("Tea")).header("if-none-match", "*");
    assertEquals(201, send(create).status());
    assertEquals(412, send(create).status());
    assertEquals(1L, send(ApiRequest.get("/api/products/tea")).get("version"));
  }

  @Test
  void concurrentWritersOfOneVersion_letExactlyOneThrough() throws Exception {
    send(put("tea", draft("Tea")));
    List<Callable<Integer>> writers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Map<String, Object> draft = draft("Tea " + i);
      draft.put("version", 1);
      writers.add(() -> send(put("tea", draft)).status());
    }
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Integer> status : threads.invokeAll(writers)) {
        statuses.add(status.get());
      }
    }
    assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses.toString());
    assertEquals(7, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
    assertEquals(2L, send(ApiRequest.get("/api/products/tea")).get("version"));
  }

  @Test
  void strangerAndCustomer_writeNothing() {
    ApiRequest request = ApiRequest.of("PUT", "/api/products/tea").json(draft("Tea"));
    assertRefused(401, "unauthorized", request);
    assertTrue(String.valueOf(send(request).header("www-authenticate")).startsWith("Bearer"));
    assertRefused(401, "unauthorized", request.header("authorization", "Bearer forged.token.here"));
    assertRefused(403, "forbidden", as(Role.CUSTOMER, request));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tea",
        "t_e",
        "té",
        "a%20b",
        "0000000000000000000000000000000000000000000000000000000000000000x"
      })
  void idThatNoProductCanHave_isRefused(String id) {
    assertRefused(400, "validation-failed", put(id, draft("Tea")));
  }

  @Test
  void fieldsBeyondTheirLimits_areAllNamed() {
    ApiResponse answer =
        send(
            put(
                "tea",
                Map.of(
                    "name",
                    "x".repeat(201),
                    "description",
                    "x".repeat(4001),
                    "category",
                    "Not A Slug",
                    "price",
                    Map.of("amount", -1, "currency", "euro"),
                    "version",
                    0,
                    "stock",
                    3)));
    assertEquals("validation-failed", answer.problem(), answer.body());
    List<String> fields =
        answer.errors().stream().map(error -> error.split(":", 2)[0]).sorted().toList();
    assertEquals(
        List.of(
            "category",
            "description",
            "name",
            "price.amount",
            "price.currency",
            "stock",
            "version"),
        fields);
    assertEquals(0, catalog.table.count());
  }

  @Test
  void longestFields_fitTheTableAndItsIndex() {
    Map<String, Object> draft = draft("\ufdfa".repeat(200));
    draft.put("description", "é".repeat(4000));
    draft.put("category", "c".repeat(64));
    assertEquals(201, send(put("p".repeat(64), draft)).status());
  }

  @Test
  void badBodies_writeNothing() {
    assertRefused(400, "malformed-json", put("tea", "{"));
    assertRefused(400, "validation-failed", put("tea", "null"));
    assertRefused(400, "validation-failed", put("tea", Map.of()));
    assertRefused(400, "body-missing", put("tea", ""));
    assertRefused(413, "payload-too-large", put("tea", draft("x".repeat(70_000))));
    assertRefused(
        415,
        "unsupported-media-type",
        put("tea", draft("Tea")).header("content-type", "text/plain"));
  }
}
