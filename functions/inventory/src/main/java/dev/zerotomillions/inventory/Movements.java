package dev.zerotomillions.inventory;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Page;
import dev.zerotomillions.shared.data.Query;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import jakarta.inject.Singleton;
import java.util.Map;

/** The movements in the inventory's table: their sum is what is on hand. */
@Singleton
class Movements {
  private static final String MOVEMENT = "MOVEMENT#";

  private final Table table;

  Movements(Database database, Settings settings) {
    this.table = database.table(settings.required("INVENTORY_TABLE"));
  }

  Change insert(StockMovement movement) {
    return table.insert(
        Row.of(Stocks.pk(movement.productId()), MOVEMENT + movement.id())
            .with("productId", movement.productId())
            .with("quantity", movement.quantity())
            .with("reason", movement.reason())
            .with("orderId", movement.orderId())
            .with("createdAt", movement.createdAt()),
        _ -> new IllegalStateException("Two movements got the id " + movement.id()));
  }

  /** A product's movements, the latest first. */
  Page of(String productId, int limit, Map<String, String> after) {
    return table.query(new Query(null, Stocks.pk(productId), MOVEMENT, true, limit, after));
  }

  static StockMovement movement(Row row) {
    return new StockMovement(
        row.text("sk").substring(MOVEMENT.length()),
        row.text("productId"),
        row.number("quantity"),
        row.text("reason"),
        row.optionalText("orderId").orElse(null),
        row.time("createdAt"));
  }
}
