package dev.zerotomillions.orders;

import dev.zerotomillions.shared.data.Money;
import io.micronaut.core.annotation.Introspected;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What others are told of an order: nothing of whom it goes to, or of how it is paid.
 *
 * @param reason why it was cancelled
 */
@Introspected
record OrderEvent(
    String orderId, String customerId, OrderStatus status, Money total, @Nullable Reason reason) {

  static OrderEvent of(Order order) {
    return new OrderEvent(
        order.id(), order.customerId(), order.status(), order.total(), order.reason());
  }

  /** The type of the event that tells of an order's change; some are nobody else's business. */
  static Optional<String> type(Order before, Order after) {
    return before.status() == after.status() ? Optional.empty() : type(after.status());
  }

  /** The type of the event that tells that an order came to a status. */
  static Optional<String> type(OrderStatus status) {
    return switch (status) {
      case PENDING -> Optional.of("order.placed");
      case CONFIRMED -> Optional.of("order.confirmed");
      case CANCELLED -> Optional.of("order.cancelled");
      case REFUNDED -> Optional.of("order.refunded");
      case RESERVED, PAID, CANCELLING, REFUNDING -> Optional.empty();
    };
  }
}
