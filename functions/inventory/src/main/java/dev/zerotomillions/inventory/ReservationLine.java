package dev.zerotomillions.inventory;

import dev.zerotomillions.shared.data.ProductIds;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

/** So many of one product, for one order. */
@Introspected
record ReservationLine(
    @Pattern(regexp = ProductIds.SHAPE) String productId, @Min(1) @Max(1000) int quantity) {}
