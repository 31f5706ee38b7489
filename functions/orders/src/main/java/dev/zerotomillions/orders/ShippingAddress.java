package dev.zerotomillions.orders;

import dev.zerotomillions.shared.problem.ValidationFailed;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/**
 * Where an order goes.
 *
 * @param country ISO 3166-1 alpha-2
 */
@Introspected
record ShippingAddress(
    @NotBlank @Size(max = 200) String name,
    @NotBlank @Size(max = 200) String street,
    @NotBlank @Size(max = 100) String city,
    @NotBlank @Size(max = 20) String postalCode,
    @Pattern(regexp = "[A-Z]{2}") String country) {

  ShippingAddress {
    if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(country)) {
      throw new ValidationFailed("country", "must be an ISO 3166-1 alpha-2 code");
    }
  }
}
