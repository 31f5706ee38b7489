package dev.zerotomillions.cdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.cdk.phases.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpgradeTest {

  @ParameterizedTest
  @ValueSource(strings = {"http", "rest"})
  void climbingAndDescending_losesNothing(String gateway) {
    List<Phase> phases = Phase.implemented();
    for (int i = 0; i + 1 < phases.size(); i++) {
      Synthesis lower = Synthesis.of(String.valueOf(phases.get(i).number()), gateway);
      Synthesis upper = Synthesis.of(String.valueOf(phases.get(i + 1).number()), gateway);
      lower
          .stacks()
          .forEach(
              stack -> {
                assertEquals(List.of(), Upgrade.losses(lower.json(stack), upper.json(stack)));
                // Queues go again on the way down: their jobs are in a table.
                assertEquals(
                    List.of(),
                    Upgrade.losses(upper.json(stack), lower.json(stack)).stream()
                        .filter(loss -> !loss.matches("Jobs\\w+(Queue|SetAside)\\w+ is gone"))
                        .toList());
              });
    }
  }

  @Test
  void otherGateway_losesTheAddressAndNoData() {
    Synthesis http = Synthesis.of("1", "http");
    Synthesis rest = Synthesis.of("1", "rest");

    List<String> losses =
        http.stacks()
            .flatMap(stack -> Upgrade.losses(http.json(stack), rest.json(stack)).stream())
            .toList();

    assertEquals(1, losses.size());
    assertTrue(losses.getFirst().startsWith("HttpApi"));
  }

  @Test
  void tableWithAnotherKey_isFoundToBeReplaced() {
    JsonNode before = Synthesis.of("0", "http").json("Orders-Data");
    JsonNode after = before.deepCopy();
    ((ObjectNode)
            after.at("/Resources").properties().iterator().next().getValue().at("/Properties"))
        .put("KeySchema", "another");

    assertEquals(
        List.of("Table710B521B is replaced, since its KeySchema changes"),
        Upgrade.losses(before, after));
  }

  @Test
  void removedTable_isFoundToBeGone() {
    JsonNode before = Synthesis.of("0", "http").json("Orders-Data");
    JsonNode after = before.deepCopy();
    ((ObjectNode) after.at("/Resources")).removeAll();

    assertEquals(List.of("Table710B521B is gone"), Upgrade.losses(before, after));
  }
}
