package dev.zerotomillions.payments;

import dev.zerotomillions.shared.problem.NotFound;
import java.util.regex.Pattern;

/** The ids of orders, by which payments go. */
final class OrderIds {
  static final String SHAPE = "ord_[0-9a-f]{3}_[0-9a-f-]{36}";

  /** Up to fifty of them, parted by commas. */
  static final String LIST = SHAPE + "(," + SHAPE + "){0,49}";

  private static final Pattern PATTERN = Pattern.compile(SHAPE);

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
    return PATTERN.matcher(id).matches();
  }
}
