package dev.zerotomillions.notifications;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the messages to a customer.
 *
 * @param nextCursor where the next page begins; absent on the last one
 */
@Introspected
record MessagePage(List<Message> items, @Nullable String nextCursor) {}
