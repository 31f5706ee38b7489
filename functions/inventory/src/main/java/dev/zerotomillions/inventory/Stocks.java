package dev.zerotomillions.inventory;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import dev.zerotomillions.shared.problem.OutOfStock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The stock in the inventory's table: what is on hand of each product, and reserved of it. */
@Singleton
class Stocks {
  private static final String STOCK = "STOCK";

  private final Table table;

  Stocks(Database database, Settings settings) {
    this.table = database.table(settings.required("INVENTORY_TABLE"));
  }

  /** The table itself, for what is recorded beside its stock. */
  Table table() {
    return table;
  }

  static String pk(String productId) {
    return "STOCK#" + productId;
  }

  Optional<Stock> find(String productId) {
    return table.find(pk(productId), STOCK).map(Stocks::stock);
  }

  /** The stock of several products by their ids, without those of which there never was any. */
  Map<String, Stock> find(Collection<String> productIds) {
    var rows = table.findAll(productIds.stream().map(Stocks::pk).toList(), STOCK);
    return rows.stream()
        .map(Stocks::stock)
        .collect(Collectors.toMap(Stock::productId, Function.identity()));
  }

  /** A movement of items that come in. */
  Change add(StockMovement movement) {
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

  /** A movement of items that go out, unless they are reserved. */
  Change take(StockMovement movement, Stock seen) {
    return ifAvailable(
        -movement.quantity(),
        seen,
        "SET updatedAt = :now ADD onHand :change",
        movement.quantity(),
        movement.createdAt());
  }

  /** The reservation of a line's items, unless others have reserved them. */
  Change hold(ReservationLine line, Stock seen, Instant now) {
    return ifAvailable(
        line.quantity(),
        seen,
        "SET updatedAt = :now ADD reserved :change",
        ReservationState.HELD.reservedChange(line),
        now);
  }

  /** The end of a line's reservation. */
  Change end(ReservationLine line, ReservationState end, Instant now) {
    return table.update(
        pk(line.productId()),
        STOCK,
        "SET updatedAt = :now ADD onHand :onHand, reserved :reserved",
        "onHand >= :quantity AND reserved >= :quantity",
        Map.of(
            ":now", Table.text(now.toString()),
            ":onHand", Table.number(end.onHandChange(line)),
            ":reserved", Table.number(end.reservedChange(line)),
            ":quantity", Table.number(line.quantity())),
        _ -> new IllegalStateException("Less of " + line + " is reserved than was held."));
  }

  /**
   * A change that wants so many items to be available. No condition can subtract; but if there is
   * any number that so many items more are on hand than, and that no more than are reserved, so
   * many are available. Halfway between the two leaves others most room to move the stock
   * meanwhile.
   */
  private Change ifAvailable(
      long quantity, Stock seen, String expression, long change, Instant now) {
    long middle = seen.reserved() + Math.max(0, seen.available() - quantity) / 2;
    Map<String, AttributeValue> values =
        Map.of(
            ":now", Table.text(now.toString()),
            ":change", Table.number(change),
            ":least", Table.number(middle + quantity),
            ":most", Table.number(middle));
    return table.update(
        pk(seen.productId()),
        STOCK,
        expression,
        "onHand >= :least AND reserved <= :most",
        values,
        found -> refusal(seen.productId(), quantity, found));
  }

  private static RuntimeException refusal(String productId, long quantity, Row found) {
    long available =
        found.optionalNumber("onHand").orElse(0L) - found.optionalNumber("reserved").orElse(0L);
    return available < quantity ? new OutOfStock(productId, available) : new StockMoved(productId);
  }

  private static Stock stock(Row row) {
    return Stock.of(
        row.text("pk").substring(pk("").length()), row.number("onHand"), row.number("reserved"));
  }
}
