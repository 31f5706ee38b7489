package dev.zerotomillions.orders;

import dev.zerotomillions.shared.data.Change;
import java.util.List;

/** How an order comes from placed to settled: at once, or step by step. */
interface Checkout {

  /**
   * What to write when the order is placed. It writes nothing itself, and the refusals of its
   * changes say why the order can't be placed.
   */
  Opening open(Order placed);

  /**
   * The first step of an order.
   *
   * @param order the order as it stands once the changes are made
   */
  record Opening(Order order, List<Change> changes) {
    public Opening {
      changes = List.copyOf(changes);
    }
  }
}
