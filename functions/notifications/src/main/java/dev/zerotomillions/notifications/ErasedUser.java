package dev.zerotomillions.notifications;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;

/** The data of {@code user.erased}, as far as we need it. */
@Introspected
record ErasedUser(@Size(min = 1, max = 100) String userId) {}
