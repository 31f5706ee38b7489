package dev.zerotomillions.inventory;

import dev.zerotomillions.shared.problem.ValidationFailed;
import java.util.regex.Pattern;

/** The ids of orders, of which the inventory knows no more than what can be part of a key. */
final class OrderIds {
  static final String SHAPE = "[A-Za-z0-9_-]{1,100}";
  private static final Pattern PATTERN = Pattern.compile(SHAPE);

  private OrderIds() {}

  /**
   * The id itself.
   *
   * @throws ValidationFailed if no order can have it
   */
  static String valid(String orderId) {
    if (!PATTERN.matcher(orderId).matches()) {
      throw new ValidationFailed("orderId", "must match " + SHAPE);
    }
    return orderId;
  }
}
