package dev.zerotomillions.orders;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Page;
import dev.zerotomillions.shared.data.Query;
import dev.zerotomillions.shared.data.Table;
import dev.zerotomillions.shared.problem.NotFound;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The orders' table. */
@Singleton
class Orders implements OrderBook {
  private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

  private final Database database;
  private final Table table;
  private final Unsettled unsettled;

  Orders(Database database, Settings settings, Unsettled unsettled) {
    this.database = database;
    this.table = database.table(settings.required("ORDERS_TABLE"));
    this.unsettled = unsettled;
  }

  /** The table itself, for what is recorded beside its orders. */
  Table table() {
    return table;
  }

  /** The changes that make an order. */
  List<Change> insert(Tracked placed) {
    var id = placed.order().id();
    List<Change> changes = new ArrayList<>();
    changes.add(
        table.insert(
            OrderRow.of(placed), _ -> new IllegalStateException("Two orders got the id " + id)));
    if (!placed.order().status().isSettled()) {
      changes.add(unsettled.add(placed));
    }
    return changes;
  }

  @Override
  public Tracked read(String orderId) {
    return table
        .find(OrderRow.pk(orderId), OrderRow.ORDER)
        .map(OrderRow::tracked)
        .orElseThrow(() -> new NotFound("There is no order " + orderId + "."));
  }

  @Override
  public boolean move(Tracked read, Tracked next) {
    List<Change> changes = new ArrayList<>();
    changes.add(
        table.replace(OrderRow.of(next), read.order().version(), _ -> new MovedMeanwhile()));
    changes.addAll(unsettled.move(read, next));
    try {
      database.commit(changes);
      tell(next);
      return true;
    } catch (MovedMeanwhile e) {
      return false;
    }
  }

  /** A customer's order; those of others are as if they weren't there. */
  Optional<Order> find(String customerId, String id) {
    return table
        .find(OrderRow.pk(id), OrderRow.ORDER)
        .map(OrderRow::order)
        .filter(order -> order.customerId().equals(customerId));
  }

  /** A customer's orders, the latest first. */
  Page list(String customerId, int limit, Map<String, String> after) {
    return table.query(new Query("gsi1", OrderRow.customer(customerId), "", true, limit, after));
  }

  private static void tell(Tracked moved) {
    var order = moved.order();
    if (moved.attempts() == 0) {
      LOG.info("Order {} is {}", order.id(), order.status());
    } else {
      LOG.warn(
          "Order {} stays {} after {} attempts until {}",
          order.id(),
          order.status(),
          moved.attempts(),
          moved.nextAttemptAt());
    }
  }

  /** Somebody else moved the order since it was read. */
  private static final class MovedMeanwhile extends RuntimeException {
    MovedMeanwhile() {
      super("The order was moved meanwhile", null, false, false);
    }
  }
}
