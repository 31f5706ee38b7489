package dev.zerotomillions.inventory;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a product's movements.
 *
 * @param nextCursor where the next page begins; absent on the last one
 */
@Introspected
record StockMovementPage(List<StockMovement> items, @Nullable String nextCursor) {}
