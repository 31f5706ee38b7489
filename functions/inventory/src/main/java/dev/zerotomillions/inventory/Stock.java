package dev.zerotomillions.inventory;

import io.micronaut.core.annotation.Introspected;

/**
 * What there is of a product.
 *
 * @param available what can still be ordered
 */
@Introspected
record Stock(String productId, long onHand, long reserved, long available) {

  static Stock of(String productId, long onHand, long reserved) {
    return new Stock(productId, onHand, reserved, onHand - reserved);
  }

  /** The stock of a product that never had any. */
  static Stock none(String productId) {
    return of(productId, 0, 0);
  }
}
