package dev.zerotomillions.orders;

import dev.zerotomillions.shared.problem.Problem;
import java.util.Objects;

/** An order came to nothing while it was placed. */
final class OrderCancelled extends Problem {

  private OrderCancelled(int status, String name, String title, String detail, Order order) {
    super(status, name, title, detail);
    member("orderId", order.id());
  }

  /** The refusal that an order's cancellation means to the customer who placed it. */
  static OrderCancelled of(Order order) {
    return switch (Objects.requireNonNull(order.reason())) {
      case OUT_OF_STOCK -> lacking(order);
      case PAYMENT_DECLINED -> declined(order);
      case CANCELLED_BY_CUSTOMER, TIMED_OUT, STOCK_GONE -> other(order);
    };
  }

  private static OrderCancelled lacking(Order order) {
    var refusal = Objects.requireNonNull(order.refusal());
    var productId = Objects.requireNonNull(refusal.productId());
    var available = Objects.requireNonNull(refusal.available());
    var detail = "Product " + productId + " has " + available + " available.";
    var problem = new OrderCancelled(409, "out-of-stock", "Out of stock", detail, order);
    problem.member("productId", productId);
    problem.member("available", available);
    return problem;
  }

  private static OrderCancelled declined(Order order) {
    var problem =
        new OrderCancelled(
            402,
            "payment-declined",
            "Payment declined",
            "The payment was declined; order again with another card.",
            order);
    var refusal = order.refusal();
    if (refusal != null && refusal.declineCode() != null) {
      problem.member("declineCode", refusal.declineCode());
    }
    return problem;
  }

  private static OrderCancelled other(Order order) {
    var reason = String.valueOf(order.reason());
    var problem =
        new OrderCancelled(
            409, "order-cancelled", "Order cancelled", "The order is cancelled: " + reason, order);
    problem.member("reason", reason);
    return problem;
  }
}
