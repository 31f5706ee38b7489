package dev.zerotomillions.catalog;

import dev.zerotomillions.shared.data.Money;
import io.micronaut.core.annotation.Introspected;

/** What one item of a product costs at the moment. */
@Introspected
record ProductPrice(String productId, Money price) {

  static ProductPrice of(Product product) {
    return new ProductPrice(product.id(), product.price());
  }
}
