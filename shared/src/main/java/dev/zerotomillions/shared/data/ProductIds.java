package dev.zerotomillions.shared.data;

import dev.zerotomillions.shared.problem.NotFound;
import dev.zerotomillions.shared.problem.ValidationFailed;
import java.util.regex.Pattern;

/** The ids that administrators give to products; several services keep something by them. */
public final class ProductIds {
  public static final String SHAPE = "[a-z0-9-]{1,64}";
  private static final Pattern PATTERN = Pattern.compile(SHAPE);

  private ProductIds() {}

  public static boolean isValid(String id) {
    return PATTERN.matcher(id).matches();
  }

  /**
   * The id, for a request that writes.
   *
   * @throws ValidationFailed if no product can have it
   */
  public static String valid(String field, String id) {
    if (!isValid(id)) {
      throw new ValidationFailed(field, "must match " + SHAPE);
    }
    return id;
  }

  /**
   * The id, for a request that reads.
   *
   * @throws NotFound if no product can have it
   */
  public static String existing(String id) {
    if (!isValid(id)) {
      throw new NotFound("No product can have this id.");
    }
    return id;
  }
}
