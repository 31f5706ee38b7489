package dev.zerotomillions.inventory;

/**
 * Where a reservation stands, and what getting there does to the stock of each item in it. A held
 * one ends once, in one of the other states; those never change.
 */
enum ReservationState {
  /** The items are there for the order alone. */
  HELD(0, 1),
  /** The items have left. */
  COMMITTED(-1, -1),
  /** The items are free again, as the order doesn't want them. */
  RELEASED(0, -1),
  /** The items are free again, as the order took too long. */
  EXPIRED(0, -1);

  private final int onHand;
  private final int reserved;

  ReservationState(int onHand, int reserved) {
    this.onHand = onHand;
    this.reserved = reserved;
  }

  boolean isFinal() {
    return this != HELD;
  }

  /** How much more is on hand of a line's product once its reservation is in this state. */
  long onHandChange(ReservationLine line) {
    return (long) onHand * line.quantity();
  }

  /** How much more is reserved of a line's product once its reservation is in this state. */
  long reservedChange(ReservationLine line) {
    return (long) reserved * line.quantity();
  }
}
