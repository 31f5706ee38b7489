package dev.zerotomillions.shared.events;

import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event in an outbox whose delivery failed, and its way to another place of the table. */
record Outboxed(Table table, Row row, Event event) {

  int tries() {
    return (int) row.number(OutboxRow.TRIES);
  }

  int refusals() {
    return (int) row.number(OutboxRow.REFUSALS);
  }

  /** Moves the row back in the order of what is due. */
  void postpone(Database database, Instant due, int tries, int refusals) {
    Row later =
        OutboxRow.of(event, due).with(OutboxRow.TRIES, tries).with(OutboxRow.REFUSALS, refusals);
    move(database, later);
  }

  /** Moves the row to where no relay looks, with the reason; there it stays for a person to see. */
  void setAside(Database database, Instant now, @Nullable String reason) {
    Row dead =
        Row.of(DeadEvents.PK, event.id())
            .with(OutboxRow.EVENT, row.text(OutboxRow.EVENT))
            .with("type", event.type())
            .with("reason", reason)
            .with("setAsideAt", now);
    move(database, dead);
  }

  private void move(Database database, Row to) {
    Change away =
        table.delete(
            row.text("pk"),
            row.text("sk"),
            "attribute_exists(pk)",
            Map.of(),
            _ -> new MovedMeanwhile());
    try {
      database.commit(List.of(away, table.overwrite(to)));
    } catch (MovedMeanwhile e) {
      // Another run delivered or moved it, and its word counts as well as ours.
      return;
    }
  }

  /** Another run of the relay, or the producer itself, was faster. */
  private static final class MovedMeanwhile extends RuntimeException {
    MovedMeanwhile() {
      super("The event was moved meanwhile", null, false, false);
    }
  }
}
