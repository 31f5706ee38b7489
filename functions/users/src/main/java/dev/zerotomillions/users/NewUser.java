package dev.zerotomillions.users;

import dev.zerotomillions.shared.problem.FieldError;
import dev.zerotomillions.shared.problem.ValidationFailed;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one gives to register. It has no role: nobody registers as an administrator.
 *
 * @param country where one lives, ISO 3166-1 alpha-2
 * @param locale the language to be addressed in, BCP 47
 */
@Introspected
record NewUser(
    @Size(max = 254) String email,
    @Size(min = NewUser.SHORTEST_PASSWORD, max = NewUser.LONGEST_PASSWORD) String password,
    @NotBlank @Size(max = 200) String name,
    @Pattern(regexp = "[A-Z]{2}") String country,
    @Nullable @Size(max = 35) String locale) {

  /** Length is what counts; rules on kinds of characters make passwords worse. */
  static final int SHORTEST_PASSWORD = 12;

  static final int LONGEST_PASSWORD = 128;

  NewUser {
    List<FieldError> errors = new ArrayList<>();
    if (!new EmailAddress(email).isWellFormed()) {
      errors.add(new FieldError("email", "must be an e-mail address"));
    }
    if (isGuessable(password, email)) {
      errors.add(new FieldError("password", "is too easy to guess"));
    }
    checkCountry(country, errors);
    checkLocale(locale, errors);
    if (!errors.isEmpty()) {
      throw new ValidationFailed(errors);
    }
  }

  EmailAddress address() {
    return new EmailAddress(email);
  }

  static void checkCountry(@Nullable String country, List<FieldError> errors) {
    if (country != null
        && !Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(country)) {
      errors.add(new FieldError("country", "must be an ISO 3166-1 alpha-2 code"));
    }
  }

  static void checkLocale(@Nullable String locale, List<FieldError> errors) {
    if (locale != null && !isLanguageTag(locale)) {
      errors.add(new FieldError("locale", "must be a BCP 47 language tag"));
    }
  }

  static boolean isGuessable(String password, String email) {
    var lower = password.toLowerCase(Locale.ROOT);
    return lower.codePoints().distinct().count() < 5
        || lower.equals(new EmailAddress(email).key())
        || "01234567890123456789".contains(lower)
        || lower.startsWith("qwertyuiop")
        || lower.startsWith("password");
  }

  private static boolean isLanguageTag(String tag) {
    try {
      return !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }
}
