package dev.zerotomillions.payments;

import dev.zerotomillions.shared.problem.NotFound;
import java.util.regex.Pattern;

/** The ids of orders, by which payments go. */
final class OrderIds {
  private static final Pattern SHAPE = Pattern.compile("ord_[0-9a-f]{3}_[0-9a-f-]{36}");

  private OrderIds() {}

  /**
   * The id, as it may be.
   *
   * @throws NotFound if no order can have it
   */
  static String valid(String id) {
    if (!isValid(id)) {
      throw new NotFound("No order can have this id.");
    }
    return id;
  }

  static boolean isValid(String id) {
    return SHAPE.matcher(id).matches();
  }
}
