package dev.zerotomillions.users;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** The data of {@code user.registered} and {@code user.changed}: how to address the user. */
@Introspected
record UserProfile(String userId, String name, String email, @Nullable String locale) {

  static UserProfile of(User user) {
    return new UserProfile(user.id(), user.name(), user.email(), user.locale());
  }
}
