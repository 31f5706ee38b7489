package dev.zerotomillions.monolith.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.testing.ApiResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The fuzz sees what it is there to see. */
class JudgeTest {
  private static final Operation GET_STOCK =
      Contract.ofShop().operations().stream()
          .filter(operation -> operation.id().equals("GetStock"))
          .findFirst()
          .orElseThrow();

  private static final Map<String, Object> STOCK =
      Map.of("productId", "tea", "onHand", 2, "reserved", 1, "available", 1);

  private static ApiResponse answer(int status, Object body) {
    return new ApiResponse(
        status,
        Map.of("content-type", "application/json", "x-correlation-id", "1"),
        Json.writeText(body));
  }

  private static List<String> faults(ApiResponse answer) {
    return Judge.faults(GET_STOCK, false, answer);
  }

  private static void assertFault(String fault, ApiResponse answer) {
    assertTrue(faults(answer).toString().contains(fault), () -> faults(answer).toString());
  }

  private static Map<String, Object> stockWith(String member, Object value) {
    Map<String, Object> stock = new HashMap<>(STOCK);
    stock.put(member, value);
    return stock;
  }

  @Test
  void answerAsDocumented_hasNoFault() {
    assertEquals(List.of(), faults(answer(200, STOCK)));
  }

  @Test
  void everythingElse_isAFault() {
    assertFault("no status 201", answer(201, STOCK));
    assertFault("made it fail", answer(503, STOCK));
    assertFault("onHand", answer(200, stockWith("onHand", "two")));
    assertFault("secret", answer(200, stockWith("secret", 1)));
    assertFault("no application/json", answer(404, STOCK));
    assertFault(
        "X-Correlation-Id is missing",
        new ApiResponse(200, Map.of("content-type", "application/json"), Json.writeText(STOCK)));
    var set = Map.of("content-type", "application/json", "x-correlation-id", "1", "set-cookie", "");
    assertFault("no header set-cookie", new ApiResponse(200, set, Json.writeText(STOCK)));
    assertFalse(Judge.faults(GET_STOCK, true, answer(200, STOCK)).isEmpty());
  }

  @Test
  void generatedTexts_matchTheirPatterns() {
    var random = new Random(1);
    for (var pattern :
        List.of(
            "^[a-z0-9-]{1,64}$",
            "^ord_[0-9a-f]{3}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
            "^[a-z]{1,3}(,[a-z]{1,3}){0,29}$",
            "^[!-~]{1,128}$",
            "^https://a\\.b/[a-z]+x?$")) {
      for (int i = 0; i < 100; i++) {
        var text = Patterns.match(pattern, random);
        assertTrue(text.matches(pattern), () -> text + " does not match " + pattern);
      }
    }
  }
}
