package dev.zerotomillions.inventory;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Query;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The list of reservations that are held, by the time when they expire. It is spread over a few
 * partitions, since each new reservation has the latest time of all, and a single partition would
 * take all of their writes.
 */
@Singleton
class Holds {
  /** Enough for some thousand orders a second, and little to look through when there are none. */
  static final int PARTITIONS = 16;

  private final Table table;

  Holds(Database database, Settings settings) {
    this.table = database.table(settings.required("INVENTORY_TABLE"));
  }

  Change add(String orderId, Instant heldUntil) {
    return table.insert(
        Row.of(pk(partition(orderId)), sk(orderId, heldUntil))
            .with("orderId", orderId)
            .with("heldUntil", heldUntil),
        _ -> new IllegalStateException("Order " + orderId + " is held already"));
  }

  Change remove(String orderId, Instant heldUntil) {
    return table.delete(pk(partition(orderId)), sk(orderId, heldUntil));
  }

  /** Orders of one partition whose time is over, the most overdue first. */
  List<String> overdue(int partition, Instant now, int limit) {
    return table.query(new Query(null, pk(partition), "", false, limit, Map.of())).rows().stream()
        .filter(row -> row.time("heldUntil").isBefore(now))
        .map(row -> row.text("orderId"))
        .toList();
  }

  private static int partition(String orderId) {
    return Math.floorMod(orderId.hashCode(), PARTITIONS);
  }

  private static String pk(int partition) {
    return "HOLDS#" + partition;
  }

  private static String sk(String orderId, Instant heldUntil) {
    return heldUntil + "#" + orderId;
  }
}
