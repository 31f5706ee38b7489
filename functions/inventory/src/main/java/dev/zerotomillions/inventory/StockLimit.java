package dev.zerotomillions.inventory;

import dev.zerotomillions.shared.problem.Problem;

/** More would be on hand than any warehouse holds. */
final class StockLimit extends Problem {
  static final long MOST = 1_000_000_000;

  StockLimit() {
    super(409, "stock-limit", "Stock limit", "No more than " + MOST + " items can be on hand.");
  }
}
