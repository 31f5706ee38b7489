package dev.zerotomillions.catalog;

import java.util.Optional;

/**
 * What stands at an id.
 *
 * @param product the product; none before it is added and after it is deleted
 * @param version the last one written, which outlives the product: a later one of the same id goes
 *     on counting, so that no version ever stands for two states
 */
record Standing(Optional<Product> product, long version) {
  static final Standing NEVER_SEEN = new Standing(Optional.empty(), 0);
}
