package dev.zerotomillions.orders;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a customer's orders.
 *
 * @param nextCursor where the next page begins; absent on the last one
 */
@Introspected
record OrderPage(List<Order> items, @Nullable String nextCursor) {}
