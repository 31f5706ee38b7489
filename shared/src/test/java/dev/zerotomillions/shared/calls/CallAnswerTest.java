package dev.zerotomillions.shared.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.data.Money;
import io.micronaut.core.annotation.Introspected;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallAnswerTest {
  @Introspected
  record Priced(String id, Money price) {}

  private static CallAnswer json(String body) {
    return new CallAnswer(200, Map.of("content-type", "application/json"), body);
  }

  @Test
  void membersOfANewerCallee_areIgnored_withinOthersToo() {
    Priced priced =
        json("{\"id\":\"tea\",\"new\":1,\"price\":{\"amount\":5,\"currency\":\"EUR\",\"x\":[]}}")
            .as(Priced.class);
    assertEquals(new Priced("tea", new Money(5, "EUR")), priced);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nope", "[]", "{}", "{\"id\":1,\"price\":null}", "<html>"})
  void otherBody_isNoAnswerOfTheContract_andNoFaultOfAClient(String body) {
    assertThrows(UnexpectedAnswer.class, () -> json(body).as(Priced.class));
  }

  @Test
  void problem_isToldByItsName() {
    CallAnswer problem =
        new CallAnswer(
            409,
            Map.of("content-type", "application/problem+json"),
            "{\"type\":\"https://zerotomillions.dev/problems/out-of-stock\",\"available\":3}");
    assertEquals(Optional.of("out-of-stock"), problem.problem());
    assertEquals(3L, problem.json().get("available"));
    assertTrue(json("{\"type\":\"x/out-of-stock\"}").problem().isEmpty());
  }
}
