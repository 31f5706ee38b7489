package dev.zerotomillions.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.TestTable;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GetProductTest {
  private final Api api = Api.start(Map.of("CATALOG_TABLE", TestTable.create().name()));

  @Test
  void unknownProduct_isNotFound() {
    ApiResponse answer = api.send(ApiRequest.get("/api/products/none"));
    assertEquals(404, answer.status());
    assertEquals("not-found", answer.problem());
  }
}
