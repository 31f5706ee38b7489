package dev.zerotomillions.orders;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Query;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The list of orders that are not settled, by the time when they are to be looked after. An order's
 * row in it is written and deleted together with the order's own. It is spread over a few
 * partitions, since each new order has the latest time of all, and a single partition would take
 * all of their writes.
 */
@Singleton
class Unsettled {
  /** Enough for some thousand orders a second, and little to look through when there are none. */
  static final int PARTITIONS = 8;

  private final Table table;

  Unsettled(Database database, Settings settings) {
    this.table = database.table(settings.required("ORDERS_TABLE"));
  }

  /** What to write about an order that is new. */
  Change add(Tracked placed) {
    var order = placed.order();
    return table.insert(
        Row.of(pk(partition(order.id())), sk(placed)).with("orderId", order.id()),
        _ -> new IllegalStateException("Order " + order.id() + " is listed already"));
  }

  /** What to write about an order that moves. */
  List<Change> move(Tracked from, Tracked to) {
    boolean wasListed = !from.order().status().isSettled();
    boolean isListed = !to.order().status().isSettled();
    if (wasListed && isListed && sk(from).equals(sk(to))) {
      return List.of();
    }
    List<Change> changes = new ArrayList<>();
    if (wasListed) {
      changes.add(table.delete(pk(partition(from.order().id())), sk(from)));
    }
    if (isListed) {
      changes.add(add(to));
    }
    return changes;
  }

  /** Orders of one partition that are to be looked after by now, the most overdue first. */
  List<String> due(int partition, Instant now, int limit) {
    return table.query(new Query(null, pk(partition), "", false, limit, Map.of())).rows().stream()
        .takeWhile(row -> row.text("sk").compareTo(now.toString()) <= 0)
        .map(row -> row.text("orderId"))
        .toList();
  }

  /** Its text has the same hash in every process. */
  private static int partition(String orderId) {
    return Math.floorMod(orderId.hashCode(), PARTITIONS);
  }

  private static String pk(int partition) {
    return "UNSETTLED#" + partition;
  }

  private static String sk(Tracked tracked) {
    return tracked.nextAttemptAt() + "#" + tracked.order().id();
  }
}
