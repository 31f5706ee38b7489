package dev.zerotomillions.orders;

import dev.zerotomillions.shared.problem.Problem;

/** An order that isn't confirmed has nothing to pay back. */
final class NotRefundable extends Problem {
  NotRefundable(Order order) {
    super(
        409,
        "not-refundable",
        "Not refundable",
        "The order is " + order.status() + "; only confirmed ones are paid back.");
    member("orderId", order.id());
    member("orderStatus", order.status().name());
  }
}
