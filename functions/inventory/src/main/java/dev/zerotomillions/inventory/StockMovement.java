package dev.zerotomillions.inventory;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/**
 * A change of a product's stock that took place.
 *
 * @param quantity how many came in; negative if they went out
 */
@Introspected
record StockMovement(
    String id, String productId, long quantity, String reason, Instant createdAt) {}
