package dev.zerotomillions.orders;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Page;
import dev.zerotomillions.shared.data.Query;
import dev.zerotomillions.shared.data.Table;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** The orders' table. */
@Singleton
class Orders {
  private final Table table;

  Orders(Database database, Settings settings) {
    this.table = database.table(settings.required("ORDERS_TABLE"));
  }

  /** The table itself, for what is recorded beside its orders. */
  Table table() {
    return table;
  }

  Change insert(Order order) {
    return table.insert(
        OrderRow.of(order), _ -> new IllegalStateException("Two orders got the id " + order.id()));
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
}
