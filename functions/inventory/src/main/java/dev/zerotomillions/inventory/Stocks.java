package dev.zerotomillions.inventory;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Page;
import dev.zerotomillions.shared.data.Query;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import dev.zerotomillions.shared.problem.OutOfStock;
import dev.zerotomillions.shared.problem.Problem;
import dev.zerotomillions.shared.problem.Unavailable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The inventory's table. */
@Singleton
class Stocks {
  private static final String STOCK = "STOCK";
  private static final String MOVEMENT = "MOVEMENT#";

  private final Table table;

  Stocks(Database database, Settings settings) {
    this.table = database.table(settings.required("INVENTORY_TABLE"));
  }

  Table table() {
    return table;
  }

  Optional<Stock> find(String productId) {
    return table.find(pk(productId), STOCK).map(row -> stock(productId, row));
  }

  /**
   * The changes that make a movement: the stock, unless it would fall below what is reserved, and a
   * row that tells of it.
   */
  List<Change> apply(StockMovement movement) {
    return List.of(movement.quantity() < 0 ? take(movement) : add(movement), row(movement));
  }

  /** A product's movements, the latest first. */
  Page movements(String productId, int limit, Map<String, String> after) {
    return table.query(new Query(null, pk(productId), MOVEMENT, true, limit, after));
  }

  static StockMovement movement(Row row) {
    return new StockMovement(
        row.text("sk").substring(MOVEMENT.length()),
        row.text("productId"),
        row.number("quantity"),
        row.text("reason"),
        row.time("createdAt"));
  }

  private Change add(StockMovement movement) {
    return table.update(
        pk(movement.productId()),
        STOCK,
        "SET reserved = if_not_exists(reserved, :zero), updatedAt = :now ADD onHand :quantity",
        "attribute_not_exists(onHand) OR onHand <= :most",
        Map.of(
            ":zero", Table.number(0),
            ":now", Table.text(movement.createdAt().toString()),
            ":quantity", Table.number(movement.quantity()),
            ":most", Table.number(StockLimit.MOST - movement.quantity())),
        _ -> new StockLimit());
  }

  private Change take(StockMovement movement) {
    long reserved = find(movement.productId()).map(Stock::reserved).orElse(0L);
    // No condition can subtract; but if no more than this is reserved, that much must be on hand.
    return table.update(
        pk(movement.productId()),
        STOCK,
        "SET updatedAt = :now ADD onHand :quantity",
        "onHand >= :least AND reserved <= :reserved",
        Map.of(
            ":now", Table.text(movement.createdAt().toString()),
            ":quantity", Table.number(movement.quantity()),
            ":least", Table.number(reserved - movement.quantity()),
            ":reserved", Table.number(reserved)),
        found -> refusal(movement, found));
  }

  private static Problem refusal(StockMovement movement, Row found) {
    long available =
        found.optionalNumber("onHand").orElse(0L) - found.optionalNumber("reserved").orElse(0L);
    return available + movement.quantity() < 0
        ? new OutOfStock(movement.productId(), available)
        : new Unavailable("The stock changed meanwhile; retry in a moment.");
  }

  private Change row(StockMovement movement) {
    return table.insert(
        Row.of(pk(movement.productId()), MOVEMENT + movement.id())
            .with("productId", movement.productId())
            .with("quantity", movement.quantity())
            .with("reason", movement.reason())
            .with("createdAt", movement.createdAt()),
        _ -> new IllegalStateException("Two movements got the id " + movement.id()));
  }

  private static Stock stock(String productId, Row row) {
    return Stock.of(productId, row.number("onHand"), row.number("reserved"));
  }

  private static String pk(String productId) {
    return "STOCK#" + productId;
  }
}
