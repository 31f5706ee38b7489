package dev.zerotomillions.payments;

import dev.zerotomillions.shared.data.Money;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment as others see it.
 *
 * @param status PROCESSING, SUCCEEDED, DECLINED, VOIDED (nothing was taken) or REFUNDED
 * @param declineCode why the card was refused
 */
@Introspected
record PaymentAnswer(
    String orderId,
    @Nullable String customerId,
    @Nullable Money amount,
    String status,
    @Nullable String declineCode,
    Instant createdAt,
    long version) {

  static PaymentAnswer of(Payment payment) {
    return new PaymentAnswer(
        payment.orderId(),
        payment.customerId(),
        payment.amount(),
        payment.status().shown().name(),
        payment.declineCode(),
        payment.createdAt(),
        payment.version());
  }
}
