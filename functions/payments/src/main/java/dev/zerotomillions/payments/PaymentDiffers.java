package dev.zerotomillions.payments;

import dev.zerotomillions.shared.problem.Problem;

/** The order has a payment already, of another amount or customer. */
final class PaymentDiffers extends Problem {
  PaymentDiffers(String orderId) {
    super(
        409,
        "payment-differs",
        "Payment differs",
        "Order " + orderId + " has a payment of another amount or customer; make a new order.");
  }
}
