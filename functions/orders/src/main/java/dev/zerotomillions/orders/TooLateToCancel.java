package dev.zerotomillions.orders;

import dev.zerotomillions.shared.problem.Problem;

/** An order is confirmed and can't be cancelled any more. */
final class TooLateToCancel extends Problem {
  TooLateToCancel(Order order) {
    super(
        409,
        "too-late-to-cancel",
        "Too late to cancel",
        "The order is " + order.status() + "; ask the shop for a refund.");
    member("orderId", order.id());
    member("orderStatus", order.status().name());
  }
}
