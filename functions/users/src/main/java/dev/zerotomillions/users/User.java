package dev.zerotomillions.users;

import dev.zerotomillions.shared.auth.Role;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Someone with an account.
 *
 * @param country ISO 3166-1 alpha-2; administrators have none
 */
@Introspected
record User(
    String id,
    String email,
    String name,
    @Nullable String country,
    @Nullable String locale,
    String role,
    String status,
    long version,
    Instant createdAt) {

  static final String ACTIVE = "ACTIVE";
  static final String ERASED = "ERASED";

  User nextVersion() {
    return new User(
        id, email, name, country, locale, role, status, Math.addExact(version, 1), createdAt);
  }

  EmailAddress address() {
    return new EmailAddress(email);
  }

  static User registered(
      String id,
      EmailAddress email,
      String name,
      @Nullable String country,
      @Nullable String locale,
      Role role,
      Instant now) {
    return new User(id, email.text(), name, country, locale, role.label(), ACTIVE, 1, now);
  }
}
