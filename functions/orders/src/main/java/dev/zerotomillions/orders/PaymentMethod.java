package dev.zerotomillions.orders;

import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Pattern;

/**
 * How an order is paid.
 *
 * @param token the payment provider's name for a card, whose number never reaches us
 */
@Introspected
record PaymentMethod(@Pattern(regexp = "tok_[A-Za-z0-9_]{1,100}") String token) {}
