package dev.zerotomillions.inventory;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a product's stock that took place.
 *
 * @param quantity how many came in; negative if they went out
 * @param orderId the order that they went out for, if it was one
 */
@Introspected
record StockMovement(
    String id,
    String productId,
    long quantity,
    String reason,
    @Nullable String orderId,
    Instant createdAt) {}
