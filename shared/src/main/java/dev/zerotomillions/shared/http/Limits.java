package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.problem.ValidationFailed;
import org.jspecify.annotations.Nullable;

/** How much of a list is asked for. */
public final class Limits {
  public static final int MAX_LIMIT = 100;
  private static final int DEFAULT_LIMIT = 20;

  private Limits() {}

  /**
   * The limit to use.
   *
   * @throws ValidationFailed if it is out of bounds
   */
  public static int limit(@Nullable Integer asked) {
    if (asked == null) {
      return DEFAULT_LIMIT;
    }
    if (asked < 1 || asked > MAX_LIMIT) {
      throw new ValidationFailed("limit", "must be from 1 to " + MAX_LIMIT);
    }
    return asked;
  }
}
