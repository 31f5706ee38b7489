package dev.zerotomillions.notifications;

import dev.zerotomillions.shared.data.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a customer is told of.
 *
 * @param eventId the event that told us; a message is written once for each
 * @param type the event's type, such as {@code order.confirmed}
 * @param customerId the user whom to tell
 * @param amount what the order costs, or what was given back
 * @param reason why, if it needs a reason
 */
record Occasion(
    String eventId,
    String type,
    String customerId,
    String orderId,
    Money amount,
    @Nullable String reason,
    Instant time) {}
