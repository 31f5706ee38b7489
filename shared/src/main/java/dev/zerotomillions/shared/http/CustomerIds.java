package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.problem.ValidationFailed;

/** The ids of customers, as services name them to each other in the parameter customerId. */
public final class CustomerIds {
  /** Longer than any; a key of a table holds no id of whatever length. */
  public static final int LONGEST = 100;

  private CustomerIds() {}

  /**
   * Checks the parameter.
   *
   * @throws ValidationFailed if it can be no customer's
   */
  public static void check(String customerId) {
    if (customerId.isEmpty()) {
      throw new ValidationFailed("customerId", "is required");
    }
    if (customerId.length() > LONGEST) {
      throw new ValidationFailed("customerId", "must have at most " + LONGEST + " characters");
    }
  }
}
