package dev.zerotomillions.orders;

import dev.zerotomillions.shared.problem.Problem;

/** An order names a product that the catalogue doesn't have. */
final class UnknownProduct extends Problem {
  UnknownProduct(String productId) {
    super(422, "unknown-product", "Unknown product", "There is no product " + productId + ".");
    member("productId", productId);
  }
}
