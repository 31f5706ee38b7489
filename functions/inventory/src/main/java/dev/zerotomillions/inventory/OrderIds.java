package dev.zerotomillions.inventory;

import dev.zerotomillions.shared.problem.ValidationFailed;
import java.util.regex.Pattern;

/** The ids of orders, of which the inventory knows no more than what can be part of a key. */
final class OrderIds {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  private OrderIds() {}

  /**
   * The id itself.
   *
   * @throws ValidationFailed if no order can have it
   */
  static String valid(String orderId) {
    if (!SHAPE.matcher(orderId).matches()) {
      throw new ValidationFailed("orderId", "must match " + SHAPE);
    }
    return orderId;
  }
}
