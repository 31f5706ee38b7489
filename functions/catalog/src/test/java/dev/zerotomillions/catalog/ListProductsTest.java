package dev.zerotomillions.catalog;

import static dev.zerotomillions.catalog.CatalogApi.as;
import static dev.zerotomillions.catalog.CatalogApi.draft;
import static dev.zerotomillions.catalog.CatalogApi.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListProductsTest {
  private final CatalogApi catalog = new CatalogApi();

  private void add(String id, String name, String category) {
    Map<String, Object> draft = draft(name);
    draft.put("category", category);
    assertEquals(201, catalog.send(put(id, draft)).status());
  }

  private ApiResponse list(String query) {
    return catalog.send(ApiRequest.get("/api/products" + query));
  }

  private List<Object> ids(String query) {
    ApiResponse answer = list(query);
    assertEquals(200, answer.status(), answer.body());
    return new ArrayList<>(answer.items().stream().map(item -> item.get("id")).toList());
  }

  private void assertRefused(String problem, String query) {
    ApiResponse answer = list(query);
    assertEquals(400, answer.status(), answer.body());
    assertEquals(problem, answer.problem());
  }

  @Test
  void products_areSortedByName_andFilteredByCategoryAndPrefix() {
    add("p1", "Zebra tea", "tea");
    add("p2", "apple tea", "tea");
    add("p3", "Apple pie", "cake");
    assertEquals(List.of("p3", "p2", "p1"), ids(""));
    assertEquals(List.of("p2", "p1"), ids("?category=tea"));
    assertEquals(List.of("p3", "p2"), ids("?q=APPLE"));
    assertEquals(List.of("p2"), ids("?category=tea&q=App"));
    assertEquals(List.of(), ids("?category=none"));
    assertEquals(List.of(), ids("?q=%25_"));
  }

  @Test
  void productThatMoved_isListedInItsNewCategoryAlone() {
    add("p1", "Tea", "tea");
    Map<String, Object> moved = draft("Cake");
    moved.put("category", "cake");
    catalog.send(put("p1", moved));
    assertEquals(List.of(), ids("?category=tea"));
    assertEquals(List.of("p1"), ids("?category=cake"));
    assertEquals(List.of("p1"), ids(""));
  }

  @Test
  void pages_showEachProductOnce_whileOthersAreAdded() {
    for (int i = 0; i < 25; i++) {
      add("p" + i, "Tea %02d".formatted(i), "tea");
    }
    List<Object> seen = new ArrayList<>();
    String query = "?limit=10";
    while (true) {
      ApiResponse page = list(query);
      page.items().forEach(item -> seen.add(item.get("id")));
      Object cursor = page.get("nextCursor");
      if (cursor == null) {
        break;
      }
      query = "?limit=10&cursor=" + cursor;
      add("early" + seen.size(), "Aaa", "tea");
    }
    List<Object> expected = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      expected.add("p" + i);
    }
    assertEquals(expected, seen);
  }

  @Test
  void pages_goOnWhereTheyEnded_whileProductsAreDeleted() {
    for (int i = 0; i < 9; i++) {
      add("p" + i, "Tea " + i, "tea");
    }
    ApiResponse first = list("?limit=3");
    for (String gone : List.of("p0", "p2", "p4")) {
      ApiRequest deletion = ApiRequest.of("DELETE", "/api/products/" + gone);
      assertEquals(204, catalog.send(as(Role.ADMINISTRATOR, deletion)).status());
    }
    assertEquals(
        List.of("p3", "p5", "p6", "p7", "p8"), ids("?limit=9&cursor=" + first.get("nextCursor")));
  }

  @ParameterizedTest
  @CsvSource({
    "Crème brûlée, creme b",
    "Creme brulee, CRÈME",
    "Große Tasse, GROSSE",
    "ΣΟΦΟΣ, σοφος",
    "ｃａｆé, Cafe",
    "がっこう, が"
  })
  void search_looksPastCaseAndAccents(String name, String q) {
    add("p1", name, "tea");
    String encoded = URLEncoder.encode(q, StandardCharsets.UTF_8);
    assertEquals(List.of("p1"), ids("?q=" + encoded));
    assertEquals(List.of("p1"), ids("?category=tea&q=" + encoded));
    assertEquals(List.of(), ids("?category=cake&q=" + encoded));
  }

  @Test
  void lettersOfOtherScripts_staySeparate() {
    add("p1", "がっこう", "tea");
    assertEquals(List.of(), ids("?q=" + URLEncoder.encode("か", StandardCharsets.UTF_8)));
  }

  @Test
  void lastPage_hasNoCursor() {
    add("p1", "Tea", "tea");
    assertNull(list("").get("nextCursor"));
  }

  @Test
  void defaultLimit_isTwenty() {
    for (int i = 0; i < 21; i++) {
      add("p" + i, "Tea", "tea");
    }
    assertEquals(20, list("").items().size());
    assertEquals(21, list("?limit=100").items().size());
  }

  @Test
  void tamperedOrBorrowedCursor_isInvalid() {
    add("p1", "Tea 1", "tea");
    add("p2", "Tea 2", "tea");
    String cursor = String.valueOf(list("?category=tea&limit=1").get("nextCursor"));
    assertEquals(List.of("p2"), ids("?category=tea&limit=1&cursor=" + cursor));
    char last = cursor.charAt(cursor.length() - 3);
    String tampered =
        cursor.substring(0, cursor.length() - 3)
            + (last == 'A' ? 'B' : 'A')
            + cursor.substring(cursor.length() - 2);
    assertRefused("invalid-cursor", "?category=tea&cursor=" + tampered);
    assertRefused("invalid-cursor", "?category=cake&cursor=" + cursor);
    assertRefused("invalid-cursor", "?category=tea&q=t&cursor=" + cursor);
    assertRefused("invalid-cursor", "?cursor=" + cursor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "%00", "!!!!", "AAAA", "%C3%A9"})
  void cursorThatNobodySealed_isInvalid(String cursor) {
    assertRefused("invalid-cursor", "?cursor=" + cursor);
  }

  @Test
  void parametersOutOfBounds_areNamed() {
    for (String query :
        List.of(
            "?limit=0",
            "?limit=101",
            "?limit=-1",
            "?limit=abc",
            "?category=A+B",
            "?category=" + "c".repeat(3000),
            "?q=" + "x".repeat(101),
            "?q=" + "x".repeat(10_000))) {
      assertRefused("validation-failed", query);
    }
  }

  @Test
  void clientsCopyThatIsCurrent_isNotSentAgain() {
    add("p1", "Tea", "tea");
    String tag = String.valueOf(list("").header("etag"));
    for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
      ApiResponse answer =
          catalog.send(ApiRequest.get("/api/products").header("if-none-match", known));
      assertEquals(304, answer.status());
      assertEquals("", answer.body());
      assertEquals(tag, answer.header("etag"));
    }
    add("p2", "Tea", "tea");
    ApiResponse answer = catalog.send(ApiRequest.get("/api/products").header("if-none-match", tag));
    assertEquals(200, answer.status());
    assertNotEquals(tag, answer.header("etag"));
  }
}
