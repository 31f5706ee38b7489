package dev.zerotomillions.payments;

/** How far a payment has come. */
enum PaymentStatus {
  /** The amount is being taken; how far that has come, the provider knows. */
  PROCESSING,
  /** The amount is to be given back, or not to be taken; nothing can stop that any more. */
  RETURNING,
  SUCCEEDED,
  DECLINED,
  VOIDED,
  REFUNDED;

  /** Whether there is anything left to be done by itself. */
  boolean isSettled() {
    return this != PROCESSING && this != RETURNING;
  }

  /** The status that others see: to them a payment that is being returned is in the works. */
  PaymentStatus shown() {
    return this == RETURNING ? PROCESSING : this;
  }
}
