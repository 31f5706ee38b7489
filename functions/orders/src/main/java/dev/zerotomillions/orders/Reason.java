package dev.zerotomillions.orders;

import java.util.Locale;

/** Why an order was cancelled. */
enum Reason {
  OUT_OF_STOCK,
  PAYMENT_DECLINED,
  CANCELLED_BY_CUSTOMER,
  /** It couldn't be paid in time. */
  TIMED_OUT,
  /** Its items were no longer put aside when it was paid. */
  STOCK_GONE;

  /** The reason as answers and events tell it, such as {@code out-of-stock}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
