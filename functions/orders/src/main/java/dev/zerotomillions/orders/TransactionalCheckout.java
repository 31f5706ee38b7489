package dev.zerotomillions.orders;

import dev.zerotomillions.shared.data.Change;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Settles an order in the transaction that places it: either every price is what the customer saw
 * and every line is in stock, and the order is confirmed, or nothing happens.
 */
@Singleton
class TransactionalCheckout implements Checkout {
  private final Orders orders;
  private final Prices prices;
  private final Stocks stocks;
  private final InstantSource clock;

  TransactionalCheckout(Orders orders, Prices prices, Stocks stocks, InstantSource clock) {
    this.orders = orders;
    this.prices = prices;
    this.stocks = stocks;
    this.clock = clock;
  }

  @Override
  public Opening open(Order placed) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var confirmed =
        placed
            .moved(OrderStatus.RESERVED, now)
            .moved(OrderStatus.PAID, now)
            .moved(OrderStatus.CONFIRMED, now);
    List<Change> changes = new ArrayList<>();
    // Of several refusals the first counts: a wrong price is told before a lack of stock.
    for (var line : placed.lines()) {
      changes.add(prices.unchanged(line));
    }
    for (var line : placed.lines()) {
      changes.addAll(stocks.take(line, confirmed));
    }
    changes.addAll(orders.insert(Tracked.placed(confirmed)));
    return new Opening(confirmed, changes);
  }
}
