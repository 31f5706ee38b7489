package dev.zerotomillions.shared.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.problem.NotFound;
import dev.zerotomillions.shared.testing.TestTable;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SingleWriteTest {
  private final Database database = new Database(TestTable.client(), new Pause());
  private final Table table = database.table(TestTable.create().name());

  private static RuntimeException refused(Row found) {
    return new NotFound("found " + found.optionalText("color").orElse("nothing"));
  }

  private static Row row(String color) {
    return Row.of("a", "X").with("color", color);
  }

  private void assertRefused(String found, Change change) {
    var refusal = assertThrows(NotFound.class, () -> database.write(change));
    assertEquals("found " + found, refusal.detail());
  }

  private String color() {
    return table.find("a", "X").orElseThrow().text("color");
  }

  @Test
  void insert_isRefusedByWhatIsThere() {
    database.write(table.insert(row("red"), SingleWriteTest::refused));
    assertRefused("red", table.insert(row("blue"), SingleWriteTest::refused));
    database.write(table.overwrite(row("blue")));
    assertEquals("blue", color());
  }

  @Test
  void update_isMadeOnItsConditionAlone() {
    database.write(table.overwrite(row("red")));
    var values = Map.of(":old", Table.text("red"), ":new", Table.text("blue"));
    Change change =
        table.update(
            "a", "X", "SET color = :new", "color = :old", values, SingleWriteTest::refused);
    database.write(change);
    assertEquals("blue", color());
    assertRefused("blue", change);
  }

  @Test
  void delete_isMadeOnItsConditionAlone() {
    var red = Map.of(":red", Table.text("red"));
    Change change = table.delete("a", "X", "color = :red", red, SingleWriteTest::refused);
    assertRefused("nothing", change);
    database.write(table.overwrite(row("blue")));
    assertRefused("blue", change);
    database.write(table.delete("a", "X"));
    assertTrue(table.find("a", "X").isEmpty());
  }

  @Test
  void conditionAlone_isNoWrite() {
    var red = Map.of(":red", Table.text("red"));
    Change check = table.check("a", "X", "color = :red", red, SingleWriteTest::refused);
    assertThrows(IllegalArgumentException.class, () -> database.write(check));
  }
}
