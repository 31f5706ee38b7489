package dev.zerotomillions.shared.auth;

import java.util.Locale;
import java.util.Optional;

/** What a user may do. */
public enum Role {
  CUSTOMER,
  ADMINISTRATOR;

  /** The role's name in tokens, tables and answers. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> labelled(String label) {
    for (var role : values()) {
      if (role.label().equals(label)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
