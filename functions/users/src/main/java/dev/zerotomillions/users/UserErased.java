package dev.zerotomillions.users;

import io.micronaut.core.annotation.Introspected;

/** The data of {@code user.erased}: of whom all personal data is to be forgotten. */
@Introspected
record UserErased(String userId) {}
