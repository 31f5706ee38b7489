package dev.zerotomillions.inventory;

import dev.zerotomillions.shared.problem.FieldError;
import dev.zerotomillions.shared.problem.ValidationFailed;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an order wants to be reserved, all of it or nothing. */
@Introspected
record ReservationDraft(
    @Size(min = 1, max = ReservationDraft.MOST_LINES) List<ReservationLine> lines) {

  /**
   * A transaction takes 100 items: two for each line that is committed (the stock, the movement)
   * and two for the reservation itself.
   */
  static final int MOST_LINES = 30;

  ReservationDraft {
    lines = List.copyOf(lines);
    List<FieldError> errors = new ArrayList<>();
    Set<String> products = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!products.add(lines.get(i).productId())) {
        errors.add(
            new FieldError("lines[" + i + "].productId", "appears twice; add up the quantities"));
      }
    }
    if (!errors.isEmpty()) {
      throw new ValidationFailed(errors);
    }
  }
}
