package dev.zerotomillions.orders;

import java.util.Set;

/** How far an order has come. */
enum OrderStatus {
  /** Placed; its items are still to be put aside. */
  PENDING,
  /** Its items are put aside; the payment is still to be made. */
  RESERVED,
  /** Paid; its items are still to be taken out of the stock for good. */
  PAID,
  /** Paid and taken out of the stock. */
  CONFIRMED,
  /** Being undone: items go back, and so does the money, if any was taken. */
  CANCELLING,
  /** Undone. */
  CANCELLED,
  /** Confirmed once; its money is on the way back. */
  REFUNDING,
  /** Paid back. */
  REFUNDED;

  /** What can follow; nothing else ever does. */
  private Set<OrderStatus> successors() {
    return switch (this) {
      case PENDING -> Set.of(RESERVED, CANCELLING);
      case RESERVED -> Set.of(PAID, CANCELLING);
      case PAID -> Set.of(CONFIRMED, CANCELLING);
      // A cancellation of a paid order can come too late.
      case CANCELLING -> Set.of(CANCELLED, CONFIRMED);
      case CONFIRMED -> Set.of(REFUNDING);
      case REFUNDING -> Set.of(REFUNDED);
      case CANCELLED, REFUNDED -> Set.of();
    };
  }

  boolean canBecome(OrderStatus next) {
    return successors().contains(next);
  }

  /** Whether nothing is left to do, unless somebody asks for it. */
  boolean isSettled() {
    return switch (this) {
      case CONFIRMED, CANCELLED, REFUNDED -> true;
      case PENDING, RESERVED, PAID, CANCELLING, REFUNDING -> false;
    };
  }
}
