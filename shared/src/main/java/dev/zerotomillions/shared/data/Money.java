package dev.zerotomillions.shared.data;

import dev.zerotomillions.shared.problem.ValidationFailed;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Currency;

/**
 * An amount of money, never negative.
 *
 * @param amount in the currency's minor unit, such as cents
 * @param currency an ISO 4217 code
 */
@Introspected
public record Money(
    @Min(0) @Max(Money.MAX) long amount, @Pattern(regexp = "[A-Z]{3}") String currency) {
  /** Sums of many such amounts stay far from overflow. */
  public static final long MAX = 1_000_000_000_000L;

  public Money {
    try {
      Currency.getInstance(currency);
    } catch (IllegalArgumentException e) {
      throw new ValidationFailed("currency", "must be an ISO 4217 code");
    }
  }
}
