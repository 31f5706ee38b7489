package dev.zerotomillions.orders;

import dev.zerotomillions.shared.calls.CalleeUnavailable;
import dev.zerotomillions.shared.calls.Deadline;

/**
 * The items that the inventory puts aside for orders. Each call can be made again, at any time, and
 * then tells what holds.
 */
interface Reservations {

  /**
   * Puts an order's items aside.
   *
   * @throws CalleeUnavailable if nobody knows whether it was done
   */
  Outcome hold(Order order, Deadline deadline);

  /**
   * Takes the items that are put aside out of the stock for good.
   *
   * @throws CalleeUnavailable if nobody knows whether it was done
   */
  Outcome commit(String orderId, Deadline deadline);

  /**
   * Gives an order's items back, and sees to it that none are put aside for it later.
   *
   * @throws CalleeUnavailable if nobody knows whether it was done
   */
  Outcome release(String orderId, Deadline deadline);
}
