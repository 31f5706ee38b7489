package dev.zerotomillions.shared.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Pause;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import dev.zerotomillions.shared.data.UuidV7;
import dev.zerotomillions.shared.problem.NotFound;
import dev.zerotomillions.shared.testing.AtOnce;
import dev.zerotomillions.shared.testing.ManualClock;
import dev.zerotomillions.shared.testing.TestTable;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class InboxTest {
  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T10:00:00Z"));
  private final TestTable engine = TestTable.create();
  private final Database database = new Database(TestTable.client(), new Pause());
  private final Table table = database.table(engine.name());
  private final Inbox inbox = new Inbox(database, clock);
  private final Event event =
      new Events(new UuidV7(clock), clock).happened("x", "x.y", 1, "1", new Nothing());

  @Introspected
  record Nothing() {}

  private List<Change> insert(String pk) {
    return List.of(table.insert(Row.of(pk, "X"), _ -> new NotFound("taken")));
  }

  @Test
  void eventThatChangesNothing_isRememberedAsWell() {
    assertTrue(inbox.once(table, event, List::of));
    assertFalse(inbox.once(table, event, List::of));
    long expires = table.find("EVENT#" + event.id(), "EVENT").orElseThrow().number("expiresAt");
    assertEquals(clock.instant().getEpochSecond() + 7 * 24 * 3600, expires);
  }

  @Test
  void refusedChange_leavesTheEventUnapplied() {
    database.commit(insert("a"));
    assertThrows(NotFound.class, () -> inbox.once(table, event, () -> insert("a")));
    assertTrue(inbox.once(table, event, () -> insert("b")));
  }

  @Test
  void duplicateThatIsAppliedInBetween_isNoFailure() {
    boolean applied =
        inbox.once(
            table,
            event,
            () -> {
              inbox.once(table, event, () -> insert("a"));
              throw new NotFound("as the duplicate has changed it");
            });
    assertFalse(applied);
  }

  @Test
  void duplicatesAtOnce_areAppliedOnce() throws Exception {
    List<Callable<Boolean>> deliveries = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String pk = "row-" + i;
      deliveries.add(() -> inbox.once(table, event, () -> insert(pk)));
    }
    assertEquals(1, AtOnce.all(deliveries).stream().filter(applied -> applied).count());
    assertEquals(2, engine.count());
  }
}
