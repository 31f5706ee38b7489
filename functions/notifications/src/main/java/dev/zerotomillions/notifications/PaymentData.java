package dev.zerotomillions.notifications;

import dev.zerotomillions.shared.data.Money;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;

/** The data of events of payments, as far as we need it. */
@Introspected
record PaymentData(
    @Size(min = 1, max = 100) String orderId,
    @Size(min = 1, max = 100) String customerId,
    Money amount) {}
