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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GetPricesTest {
  private static final CatalogApi CATALOG = new CatalogApi();

  private static ApiRequest prices(String ids) {
    return ApiRequest.get("/internal/catalog/prices?ids=" + ids).asService();
  }

  private static List<Object> ids(ApiResponse answer) {
    assertEquals(200, answer.status(), answer.body());
    return answer.items().stream().<Object>map(item -> item.get("productId")).toList();
  }

  @ParameterizedTest
  @EnumSource
  void prices_areThoseOfTheProductsThatExist(PayloadFormat format) {
    CATALOG.send(put("tea", draft("Tea")));
    CATALOG.send(put("cake", draft("Cake")));
    CATALOG.send(put("gone", draft("Gone")));
    CATALOG.send(as(Role.ADMINISTRATOR, ApiRequest.of("DELETE", "/api/products/gone")));
    ApiResponse answer = CATALOG.api.as(format).send(prices("tea,never-seen,gone,cake,tea"));
    assertEquals(List.of("cake", "tea"), ids(answer));
    assertEquals(Map.of("amount", 1999L, "currency", "EUR"), answer.items().get(0).get("price"));
  }

  @Test
  void changedPrice_isThereAtOnce() {
    CATALOG.send(put("rising", draft("Rising")));
    var draft = draft("Rising");
    draft.put("price", Map.of("amount", 2001, "currency", "EUR"));
    CATALOG.send(put("rising", draft));
    assertEquals(
        Map.of("amount", 2001L, "currency", "EUR"),
        CATALOG.send(prices("rising")).items().getFirst().get("price"));
  }

  @Test
  void asManyAsAnOrderHasLines_areAnswered_andOneMoreIsRefused() {
    String thirty =
        IntStream.range(0, 30).mapToObj(i -> "none-" + i).collect(Collectors.joining(","));
    assertEquals(List.of(), ids(CATALOG.send(prices(thirty))));
    assertEquals("validation-failed", CATALOG.send(prices(thirty + ",tea")).problem());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "tea,", "Tea", "tea%00", "a,%F0%9F%98%80"})
  void idsThatNoProductCanHave_areRefused(String ids) {
    ApiResponse answer = CATALOG.send(prices(ids));
    assertEquals(400, answer.status(), answer.body());
    assertEquals("validation-failed", answer.problem());
  }

  @Test
  void missingIds_areRefused() {
    var answer = CATALOG.send(ApiRequest.get("/internal/catalog/prices").asService());
    assertEquals(List.of("ids: is required"), answer.errors());
  }

  @Test
  void stranger_findsNothing_notEvenWithAnAdministratorsToken() {
    var request = ApiRequest.get("/internal/catalog/prices?ids=tea");
    assertEquals(404, CATALOG.send(request).status());
    assertEquals(404, CATALOG.send(as(Role.ADMINISTRATOR, request)).status());
  }
}
