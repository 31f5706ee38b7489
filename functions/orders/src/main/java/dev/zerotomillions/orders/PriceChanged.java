package dev.zerotomillions.orders;

import dev.zerotomillions.shared.data.Money;
import dev.zerotomillions.shared.problem.Problem;

/** A product costs something else than the customer saw. */
final class PriceChanged extends Problem {
  PriceChanged(OrderLine line, Money current) {
    super(
        409,
        "price-changed",
        "Price changed",
        "The price of product " + line.productId() + " changed; show the new one and ask again.");
    member("productId", line.productId());
    member("seenPrice", line.unitPrice());
    member("currentPrice", current);
  }
}
