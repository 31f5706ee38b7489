package dev.zerotomillions.users;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;

/** The password that one has, and the one that is to take its place. */
@Introspected
record PasswordChange(
    @Size(max = NewUser.LONGEST_PASSWORD) String currentPassword,
    @Size(min = NewUser.SHORTEST_PASSWORD, max = NewUser.LONGEST_PASSWORD) String newPassword) {}
