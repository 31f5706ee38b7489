package dev.zerotomillions.catalog;

import dev.zerotomillions.shared.data.Money;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/** A product as the shop shows it. */
@Introspected
record Product(
    String id,
    String name,
    String description,
    String category,
    Money price,
    long version,
    Instant createdAt,
    Instant updatedAt) {}
