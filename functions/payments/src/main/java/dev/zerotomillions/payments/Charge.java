package dev.zerotomillions.payments;

import dev.zerotomillions.shared.data.Money;
import dev.zerotomillions.shared.problem.ValidationFailed;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What is to be taken from whom.
 *
 * @param token the provider's name for a card, whose number never reaches us
 */
@Introspected
record Charge(
    @NotBlank @Size(max = 100) String customerId,
    Money amount,
    @Pattern(regexp = "tok_[A-Za-z0-9_]{1,100}", message = "must be a token of the provider")
        String token) {

  Charge {
    if (CardNumbers.occurIn(token)) {
      throw new ValidationFailed("token", "must be a token of the provider, never a card's number");
    }
  }

  /** The token is left out, so that none gets into a log. */
  @Override
  public String toString() {
    return "Charge[" + amount.amount() + " " + amount.currency() + "]";
  }
}
