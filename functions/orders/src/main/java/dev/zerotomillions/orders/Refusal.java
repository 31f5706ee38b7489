package dev.zerotomillions.orders;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * What the stock or the payment said when it refused an order.
 *
 * @param productId of which too few were left
 * @param available how many were left
 * @param declineCode the payment provider's word for it, such as {@code insufficient_funds}
 */
@Introspected
record Refusal(@Nullable String productId, @Nullable Long available, @Nullable String declineCode) {

  /** A lack of items. */
  static Refusal lack(String productId, long available) {
    return new Refusal(productId, available, null);
  }

  /** A provider's refusal, if it gave a reason. */
  static @Nullable Refusal declined(@Nullable String code) {
    return code == null ? null : new Refusal(null, null, code);
  }
}
