package dev.zerotomillions.notifications;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The data of {@code user.registered} and {@code user.changed}, as far as we need it. */
@Introspected
record Profile(
    @Size(min = 1, max = 100) String userId, String name, String email, @Nullable String locale) {

  Recipient recipient() {
    return new Recipient(userId, name, email, locale);
  }
}
