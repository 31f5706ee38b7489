package dev.zerotomillions.inventory;

import dev.zerotomillions.shared.problem.Unavailable;
import java.util.function.Supplier;

/** Other requests moved the stock between its reading and its writing; trying again is the cure. */
final class StockMoved extends RuntimeException {
  /** Each lost race is another's success, so that this many in a row are rare. */
  private static final int TRIES = 10;

  StockMoved(String productId) {
    super("The stock of " + productId + " moved meanwhile; read it again.", null, false, false);
  }

  /**
   * The result of what is tried anew, from its reading on, as long as the stock moves meanwhile.
   */
  static <T> T retry(Supplier<T> attempt) {
    for (int i = 0; i < TRIES; i++) {
      try {
        return attempt.get();
      } catch (StockMoved e) {
        // The next attempt reads what it is now.
      }
    }
    throw new Unavailable("Many requests move the same stock; retry in a moment.");
  }
}
