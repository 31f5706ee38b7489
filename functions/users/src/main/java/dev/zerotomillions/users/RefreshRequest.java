package dev.zerotomillions.users;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;

/** The refresh token that one got last. */
@Introspected
record RefreshRequest(@Size(max = 256) String refreshToken) {}
