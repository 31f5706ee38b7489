package dev.zerotomillions.payments;

import dev.zerotomillions.shared.data.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The payment of an order.
 *
 * @param customerId absent if the payment was called off before anyone asked for it
 * @param amount absent likewise
 * @param token the provider's name for the card, until the provider has it
 * @param intentId the provider's name for the payment, once it has one
 * @param version grows by each change; it names the attempt in the provider's idempotency keys
 */
record Payment(
    String orderId,
    @Nullable String customerId,
    @Nullable Money amount,
    @Nullable String token,
    PaymentStatus status,
    @Nullable String intentId,
    @Nullable String declineCode,
    long version,
    Instant createdAt) {

  static Payment asked(String orderId, Charge charge, Instant now) {
    return new Payment(
        orderId,
        charge.customerId(),
        charge.amount(),
        charge.token(),
        PaymentStatus.PROCESSING,
        null,
        null,
        1,
        now);
  }

  /** A payment that was called off before anyone asked for it. */
  static Payment calledOff(String orderId, Instant now) {
    return new Payment(orderId, null, null, null, PaymentStatus.VOIDED, null, null, 1, now);
  }

  /** The provider knows the payment by now, and its card, whose token is of no use any more. */
  Payment known(String intent) {
    return next(null, status, intent, null);
  }

  Payment moved(PaymentStatus to) {
    return next(to.isSettled() ? null : token, to, intentId, declineCode);
  }

  Payment declined(String code) {
    return next(null, PaymentStatus.DECLINED, intentId, code);
  }

  /** The same payment, about to be tried under new idempotency keys. */
  Payment triedAnew() {
    return next(token, status, intentId, declineCode);
  }

  private Payment next(
      @Nullable String card, PaymentStatus to, @Nullable String intent, @Nullable String code) {
    return new Payment(orderId, customerId, amount, card, to, intent, code, version + 1, createdAt);
  }

  /** Whether this is what the charge asks for; a payment that was called off is anyone's. */
  boolean matches(Charge charge) {
    return amount == null
        || (amount.equals(charge.amount()) && charge.customerId().equals(customerId));
  }
}
