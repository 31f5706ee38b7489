package dev.zerotomillions.catalog;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.TestTable;
import java.util.List;
import java.util.Map;
import org.crac.Core;
import org.junit.jupiter.api.Test;

class CatalogFailureTest {
  private static final String NOWHERE = "http://127.0.0.1:1";

  private static void assertUnavailable(Map<String, String> variables) {
    ApiResponse answer = Api.start(variables).send(ApiRequest.get("/api/products/tea"));
    assertEquals(503, answer.status(), answer.body());
    assertEquals("unavailable", answer.problem());
    assertEquals("1", answer.header("retry-after"));
  }

  @Test
  void databaseOutOfReach_isAnsweredSoThatClientsComeAgain() {
    assertUnavailable(Map.of("CATALOG_TABLE", "any", "AWS_ENDPOINT_URL", NOWHERE));
  }

  @Test
  void missingTable_isAnsweredSoThatClientsComeAgain() {
    assertUnavailable(Map.of("CATALOG_TABLE", "no-such-table"));
  }

  @Test
  void priming_servesARequest_andToleratesItsFailure() {
    for (Map<String, String> variables :
        List.of(
            Map.of("CATALOG_TABLE", TestTable.create().name()),
            Map.of("CATALOG_TABLE", "any", "AWS_ENDPOINT_URL", NOWHERE))) {
      Api api = Api.start(variables);
      assertDoesNotThrow(() -> api.handler().beforeCheckpoint(Core.getGlobalContext()));
    }
  }
}
