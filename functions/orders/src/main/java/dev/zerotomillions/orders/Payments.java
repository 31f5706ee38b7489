package dev.zerotomillions.orders;

import dev.zerotomillions.shared.calls.CalleeUnavailable;
import dev.zerotomillions.shared.calls.Deadline;

/**
 * The money that is taken for orders. Each call can be made again, at any time, and then tells what
 * holds.
 */
interface Payments {

  /**
   * Takes an order's money.
   *
   * @throws CalleeUnavailable if nobody knows whether it was done
   */
  Outcome charge(Order order, Deadline deadline);

  /**
   * Gives an order's money back, and sees to it that none is taken for it later.
   *
   * @throws CalleeUnavailable if nobody knows whether it was done
   */
  Outcome payBack(String orderId, Deadline deadline);
}
