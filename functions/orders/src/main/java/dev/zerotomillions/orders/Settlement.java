package dev.zerotomillions.orders;

import dev.zerotomillions.orders.Outcome.Released;
import dev.zerotomillions.orders.Outcome.TimedOut;
import dev.zerotomillions.orders.Outcome.Unknown;
import dev.zerotomillions.shared.calls.CalleeUnavailable;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.calls.UnexpectedAnswer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The driver of orders: takes the steps that they are due for. It may be asked to drive an order at
 * any time, by many at once, and may die at any moment: whoever drives it next goes on from what is
 * written.
 */
@Singleton
class Settlement {
  private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

  private final OrderBook orders;
  private final Reservations reservations;
  private final Payments payments;
  private final InstantSource clock;

  Settlement(OrderBook orders, Reservations reservations, Payments payments, InstantSource clock) {
    this.orders = orders;
    this.reservations = reservations;
    this.payments = payments;
    this.clock = clock;
  }

  /**
   * Drives an order as far as it goes: until it is settled, a step's outcome isn't known, or the
   * deadline has passed. What is left is done by whoever drives it next.
   */
  Order advance(String orderId, Deadline deadline) {
    return advance(orders.read(orderId), deadline);
  }

  /** Cancels an order, unless it is confirmed, and drives it. */
  Order cancel(String orderId, Deadline deadline) {
    return change(orderId, Saga::cancel, deadline);
  }

  /** Pays a confirmed order back, and drives it. */
  Order refund(String orderId, Deadline deadline) {
    return change(orderId, Saga::refund, deadline);
  }

  private Order change(
      String orderId, BiFunction<Tracked, Instant, Optional<Tracked>> wish, Deadline deadline) {
    while (true) {
      var found = orders.read(orderId);
      var next = wish.apply(found, now());
      if (next.isEmpty() || orders.move(found, next.get())) {
        return advance(next.orElse(found), deadline);
      }
    }
  }

  private Order advance(Tracked start, Deadline deadline) {
    var current = start;
    while (true) {
      var order = current.order();
      var step = Saga.due(order, now());
      if (step == Step.REST || deadline.hasPassed(clock)) {
        return order;
      }
      var outcome = take(step, order, deadline);
      var next = Saga.after(current, outcome, now());
      boolean moved = orders.move(current, next);
      current = moved ? next : orders.read(order.id());
      if (outcome instanceof Unknown) {
        return current.order();
      }
    }
  }

  private Outcome take(Step step, Order order, Deadline deadline) {
    try {
      return switch (step) {
        case RESERVE -> reservations.hold(order, deadline);
        case CHARGE -> payments.charge(order, deadline);
        case COMMIT -> reservations.commit(order.id(), deadline);
        case UNDO -> undo(order.id(), deadline);
        case PAY_BACK -> payments.payBack(order.id(), deadline);
        case GIVE_UP -> new TimedOut();
        case REST -> throw new IllegalStateException("To rest is no step.");
      };
    } catch (CalleeUnavailable e) {
      // Those who call have logged it.
      return new Unknown();
    } catch (UnexpectedAnswer e) {
      // The order waits until either side is corrected; its payment times out, its undoing doesn't.
      LOG.error("Order {} can't {}", order.id(), step, e);
      return new Unknown();
    }
  }

  /** The items first: once they are free, the order can't be confirmed any more. */
  private Outcome undo(String orderId, Deadline deadline) {
    var items = reservations.release(orderId, deadline);
    return items instanceof Released ? payments.payBack(orderId, deadline) : items;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
