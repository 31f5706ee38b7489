package dev.zerotomillions.payments;

import io.micronaut.core.annotation.Introspected;

/**
 * How the payment provider is.
 *
 * @param state {@code UP} or {@code DOWN}
 */
@Introspected
record ProviderHealth(String state) {}
