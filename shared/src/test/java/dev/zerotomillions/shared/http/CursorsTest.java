package dev.zerotomillions.shared.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Parameters;
import dev.zerotomillions.shared.problem.InvalidCursor;
import dev.zerotomillions.shared.testing.InMemoryParameters;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CursorsTest {
  private static final Settings SETTINGS =
      new Settings(Map.of("CURSOR_KEY_PARAMETER", InMemoryParameters.CURSOR_KEY));
  private static final Map<String, String> POSITION = Map.of("pk", "PRODUCT#é", "sk", "PRODUCT");

  private final Cursors cursors = new Cursors(SETTINGS, new InMemoryParameters());

  @Test
  void sealedPosition_opensForItsListAlone() {
    String cursor = String.valueOf(cursors.seal("list", POSITION));
    assertEquals(POSITION, cursors.open("list", cursor));
    assertThrows(InvalidCursor.class, () -> cursors.open("other", cursor));
  }

  @Test
  void everyChangedCharacter_makesItInvalid() {
    String cursor = String.valueOf(cursors.seal("list", POSITION));
    // The last character holds bits that base64 does not use.
    for (int i = 0; i < cursor.length() - 1; i++) {
      char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
      String changed = cursor.substring(0, i) + other + cursor.substring(i + 1);
      assertThrows(InvalidCursor.class, () -> cursors.open("list", changed));
    }
  }

  @Test
  void otherKey_doesNotOpenIt() {
    String cursor = String.valueOf(cursors.seal("list", POSITION));
    InMemoryParameters others = new InMemoryParameters();
    others.overwrite(InMemoryParameters.CURSOR_KEY, "YW5vdGhlciBrZXkgb2YgdGhlIHNhbWUgbGVuZ3RoIQ==");
    assertThrows(InvalidCursor.class, () -> new Cursors(SETTINGS, others).open("list", cursor));
  }

  @Test
  void endOfAList_hasNoCursor_andNoneIsItsBeginning() {
    assertNull(cursors.seal("list", Map.of()));
    assertEquals(Map.of(), cursors.open("list", null));
  }

  @Test
  void missingKey_isNamed() {
    Cursors keyless =
        new Cursors(
            new Settings(Map.of("CURSOR_KEY_PARAMETER", "/none")), new InMemoryParameters());
    var missing =
        assertThrows(Parameters.ParameterMissing.class, () -> keyless.seal("list", POSITION));
    assertEquals(
        "The parameter /none does not exist; deploy the stack Shop-Keys first.",
        missing.getMessage());
  }
}
