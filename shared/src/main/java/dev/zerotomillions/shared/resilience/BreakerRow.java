package dev.zerotomillions.shared.resilience;

import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Table;
import java.util.Map;

/** The row that a breaker's state is kept in, changed on the condition that nobody else did. */
final class BreakerRow {
  private static final String SK = "BREAKER";

  private final Database database;
  private final Table table;
  private final String pk;

  BreakerRow(Database database, Table table, String callee) {
    this.database = database;
    this.table = table;
    this.pk = "BREAKER#" + callee;
  }

  BreakerState read() {
    return table.find(pk, SK).map(BreakerState::of).orElse(BreakerState.INITIAL);
  }

  /** Writes the successor of a state; tells whether it was still the current one. */
  boolean write(BreakerState next) {
    long before = next.version() - 1;
    try {
      database.write(
          before == 0
              ? table.insert(next.row(pk, SK), _ -> new ChangedMeanwhile())
              : table.put(
                  next.row(pk, SK),
                  "version = :before",
                  Map.of(":before", Table.number(before)),
                  _ -> new ChangedMeanwhile()));
      return true;
    } catch (ChangedMeanwhile e) {
      return false;
    }
  }

  /** Another environment changed the state first. */
  private static final class ChangedMeanwhile extends RuntimeException {
    ChangedMeanwhile() {
      super("The breaker changed meanwhile", null, false, false);
    }
  }
}
