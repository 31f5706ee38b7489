package dev.zerotomillions.catalog;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the products.
 *
 * @param nextCursor where the next page begins; absent on the last one
 */
@Introspected
record ProductPage(List<Product> items, @Nullable String nextCursor) {}
