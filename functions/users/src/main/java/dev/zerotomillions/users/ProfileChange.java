package dev.zerotomillions.users;

import dev.zerotomillions.shared.problem.FieldError;
import dev.zerotomillions.shared.problem.ValidationFailed;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What users change of themselves; a field that is missing stays as it is.
 *
 * @param version the version that the user saw; without one, the last writer wins
 */
@Introspected
record ProfileChange(
    @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED, nullable = true)
        @NotBlank
        @Size(max = 200)
        @Nullable String name,
    @Pattern(regexp = "[A-Z]{2}") @Nullable String country,
    @Size(max = 35) @Nullable String locale,
    @Min(1) @Nullable Long version) {

  ProfileChange {
    List<FieldError> errors = new ArrayList<>();
    NewUser.checkCountry(country, errors);
    NewUser.checkLocale(locale, errors);
    if (!errors.isEmpty()) {
      throw new ValidationFailed(errors);
    }
  }

  /** The user with the changes, in the version that they had. */
  User applyTo(User user) {
    return new User(
        user.id(),
        user.email(),
        name == null ? user.name() : name,
        country == null ? user.country() : country,
        locale == null ? user.locale() : locale,
        user.role(),
        user.status(),
        user.version(),
        user.createdAt());
  }
}
