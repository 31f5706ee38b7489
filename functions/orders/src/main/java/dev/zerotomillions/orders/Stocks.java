package dev.zerotomillions.orders;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import dev.zerotomillions.shared.data.UuidV7;
import dev.zerotomillions.shared.problem.OutOfStock;
import dev.zerotomillions.shared.problem.Problem;
import dev.zerotomillions.shared.problem.Unavailable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The stock in the inventory's table, of which orders know no more than this. */
@Singleton
class Stocks {
  private static final String STOCK = "STOCK";

  private final Table table;
  private final UuidV7 ids;

  Stocks(Database database, Settings settings, UuidV7 ids) {
    this.table = database.table(settings.required("INVENTORY_TABLE"));
    this.ids = ids;
  }

  /** The changes that take a line's items out: the stock, and a row that tells of it. */
  List<Change> take(OrderLine line, Order order) {
    var pk = "STOCK#" + line.productId();
    long reserved = table.find(pk, STOCK).flatMap(row -> row.optionalNumber("reserved")).orElse(0L);
    var now = order.createdAt();
    // No condition can subtract; but if no more than this is reserved, that much must be on hand.
    var stock =
        table.update(
            pk,
            STOCK,
            "SET updatedAt = :now ADD onHand :quantity",
            "onHand >= :least AND reserved <= :reserved",
            Map.of(
                ":now", Table.text(now.toString()),
                ":quantity", Table.number(-line.quantity()),
                ":least", Table.number(reserved + line.quantity()),
                ":reserved", Table.number(reserved)),
            found -> refusal(line, found));
    var id = ids.next();
    var movement =
        table.insert(
            Row.of(pk, "MOVEMENT#" + id)
                .with("productId", line.productId())
                .with("quantity", -line.quantity())
                .with("reason", "ordered")
                .with("orderId", order.id())
                .with("createdAt", now),
            _ -> new IllegalStateException("Two movements got the id " + id));
    return List.of(stock, movement);
  }

  private static Problem refusal(OrderLine line, Row found) {
    long available =
        found.optionalNumber("onHand").orElse(0L) - found.optionalNumber("reserved").orElse(0L);
    return available < line.quantity()
        ? new OutOfStock(line.productId(), available)
        : new Unavailable("The stock was reserved by others meanwhile; retry in a moment.");
  }
}
