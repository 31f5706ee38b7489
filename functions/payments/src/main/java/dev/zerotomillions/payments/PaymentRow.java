package dev.zerotomillions.payments;

import dev.zerotomillions.shared.data.Money;
import dev.zerotomillions.shared.data.Row;

/** A payment as a row of the payments' table. */
final class PaymentRow {
  static final String PAYMENT = "PAYMENT";

  private PaymentRow() {}

  static String pk(String orderId) {
    return "PAYMENT#" + orderId;
  }

  static Row of(Payment payment) {
    var row =
        Row.of(pk(payment.orderId()), PAYMENT)
            .with("orderId", payment.orderId())
            .with("customerId", payment.customerId())
            .with("token", payment.token())
            .with("status", payment.status().name())
            .with("intentId", payment.intentId())
            .with("declineCode", payment.declineCode())
            .with("version", payment.version())
            .with("createdAt", payment.createdAt());
    var amount = payment.amount();
    return amount == null
        ? row
        : row.with("amount", amount.amount()).with("currency", amount.currency());
  }

  static Payment payment(Row row) {
    return new Payment(
        row.text("orderId"),
        row.optionalText("customerId").orElse(null),
        row.optionalNumber("amount")
            .map(amount -> new Money(amount, row.text("currency")))
            .orElse(null),
        row.optionalText("token").orElse(null),
        PaymentStatus.valueOf(row.text("status")),
        row.optionalText("intentId").orElse(null),
        row.optionalText("declineCode").orElse(null),
        row.number("version"),
        row.time("createdAt"));
  }
}
