package dev.zerotomillions.orders;

/** Where orders stand, as their settlement reads it and moves it on. */
interface OrderBook {

  /**
   * An order as last written.
   *
   * @throws dev.zerotomillions.shared.problem.NotFound if there is none
   */
  Tracked read(String orderId);

  /**
   * Writes an order's next state, and with it the event that tells of it, if the order is still as
   * it was read.
   *
   * @return whether it was; if not, nothing is written
   */
  boolean move(Tracked read, Tracked next);
}
