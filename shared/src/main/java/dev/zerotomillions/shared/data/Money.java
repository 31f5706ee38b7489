package dev.zerotomillions.shared.data;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/**
 * An amount in the currency's minor unit, such as cents.
 *
 * @param currency an ISO 4217 code
 */
@Introspected
public record Money(
    @Min(0) @Max(Money.MAX) long amount, @Pattern(regexp = "[A-Z]{3}") String currency) {
  /** Ten thousand million units of a currency with cents: sums of many stay far from overflow. */
  public static final long MAX = 1_000_000_000_000L;
}
