package dev.zerotomillions.orders;

/** What an order is due for. */
enum Step {
  /** Put its items aside. */
  RESERVE,
  /** Take its money. */
  CHARGE,
  /** Take its items out of the stock for good: from here on it can't be cancelled. */
  COMMIT,
  /** Put its items back, and make sure that no money is, or will be, taken. */
  UNDO,
  /** Pay it back. */
  PAY_BACK,
  /** Cancel it, as it couldn't be paid in time. */
  GIVE_UP,
  /** Nothing. */
  REST
}
