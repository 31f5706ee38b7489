package dev.zerotomillions.orders;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/** When an order came to a status. */
@Introspected
record StatusChange(OrderStatus status, Instant at) {}
