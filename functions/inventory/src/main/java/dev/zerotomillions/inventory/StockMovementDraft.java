package dev.zerotomillions.inventory;

import dev.zerotomillions.shared.problem.ValidationFailed;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A movement as an administrator enters it.
 *
 * @param quantity how many come in; negative takes out
 */
@Introspected
record StockMovementDraft(
    @Min(-1_000_000) @Max(1_000_000) int quantity, @NotBlank @Size(max = 200) String reason) {

  StockMovementDraft {
    if (quantity == 0) {
      throw new ValidationFailed("quantity", "must not be zero");
    }
  }
}
