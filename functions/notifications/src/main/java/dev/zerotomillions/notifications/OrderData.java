package dev.zerotomillions.notifications;

import dev.zerotomillions.shared.data.Money;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The data of events of orders, as far as we need it. */
@Introspected
record OrderData(
    @Size(min = 1, max = 100) String orderId,
    @Size(min = 1, max = 100) String customerId,
    Money total,
    @Nullable String reason) {}
