package dev.zerotomillions.notifications;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/**
 * What was written to somebody.
 *
 * @param event the type of the event that they are told of
 * @param state TO_SEND until it is sent
 * @param occurredAt when that event was
 */
@Introspected
record Message(
    String id,
    String event,
    String orderId,
    String state,
    String language,
    String subject,
    String body,
    Instant occurredAt) {}
