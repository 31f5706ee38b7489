package dev.zerotomillions.orders;

import dev.zerotomillions.orders.Outcome.Charged;
import dev.zerotomillions.orders.Outcome.Committed;
import dev.zerotomillions.orders.Outcome.Declined;
import dev.zerotomillions.orders.Outcome.Held;
import dev.zerotomillions.orders.Outcome.MoneyBack;
import dev.zerotomillions.orders.Outcome.OutOfStock;
import dev.zerotomillions.orders.Outcome.Released;
import dev.zerotomillions.orders.Outcome.StockGone;
import dev.zerotomillions.orders.Outcome.TimedOut;
import dev.zerotomillions.orders.Outcome.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which an order is settled: which step is due, and where each outcome leads. They
 * know the order and the time, and do nothing themselves.
 */
final class Saga {
  /** Well within the quarter of an hour for which the inventory puts items aside. */
  static final Duration PAY_WITHIN = Duration.ofMinutes(10);

  private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final int DOUBLINGS = 5;

  private Saga() {}

  /** The step that an order is due for. */
  static Step due(Order order, Instant now) {
    return switch (order.status()) {
      case PENDING -> now.isBefore(payBy(order)) ? Step.RESERVE : Step.GIVE_UP;
      case RESERVED -> now.isBefore(payBy(order)) ? Step.CHARGE : Step.GIVE_UP;
      case PAID -> Step.COMMIT;
      case CANCELLING -> Step.UNDO;
      case REFUNDING -> Step.PAY_BACK;
      case CONFIRMED, CANCELLED, REFUNDED -> Step.REST;
    };
  }

  /** Where the outcome of the step that was due leads. */
  static Tracked after(Tracked tracked, Outcome outcome, Instant now) {
    var order = tracked.order();
    return switch (outcome) {
      case Held _ -> moved(tracked, order.moved(OrderStatus.RESERVED, now));
      case Charged _ -> moved(tracked, order.moved(OrderStatus.PAID, now));
      // Whoever cancels a paid order races with its commitment, after which only a refund helps.
      case Committed _ -> moved(tracked, order.moved(OrderStatus.CONFIRMED, now));
      case OutOfStock lack ->
          cancelling(
              tracked, Reason.OUT_OF_STOCK, Refusal.lack(lack.productId(), lack.available()), now);
      case Declined declined ->
          cancelling(tracked, Reason.PAYMENT_DECLINED, Refusal.declined(declined.code()), now);
      case StockGone _ -> cancelling(tracked, Reason.STOCK_GONE, null, now);
      case TimedOut _ -> cancelling(tracked, Reason.TIMED_OUT, null, now);
      case MoneyBack _ ->
          moved(
              tracked,
              order.status() == OrderStatus.REFUNDING
                  ? order.moved(OrderStatus.REFUNDED, now)
                  : order.cancelled(now));
      case Released _ ->
          throw new IllegalStateException("Items that went back are half of undoing an order.");
      case Unknown _ -> postponed(tracked, now);
    };
  }

  /**
   * What becomes of an order whose customer no longer wants it; nothing, if it is on its way out.
   *
   * @throws TooLateToCancel if it is confirmed
   */
  static Optional<Tracked> cancel(Tracked tracked, Instant now) {
    return switch (tracked.order().status()) {
      case PENDING, RESERVED, PAID ->
          Optional.of(cancelling(tracked, Reason.CANCELLED_BY_CUSTOMER, null, now));
      case CANCELLING, CANCELLED -> Optional.empty();
      case CONFIRMED, REFUNDING, REFUNDED -> throw new TooLateToCancel(tracked.order());
    };
  }

  /**
   * What becomes of an order that is to be paid back; nothing, if that has begun.
   *
   * @throws NotRefundable if it never was confirmed
   */
  static Optional<Tracked> refund(Tracked tracked, Instant now) {
    return switch (tracked.order().status()) {
      case CONFIRMED ->
          Optional.of(
              new Tracked(
                  tracked.order().moved(OrderStatus.REFUNDING, now), 0, Tracked.later(now)));
      case REFUNDING, REFUNDED -> Optional.empty();
      case PENDING, RESERVED, PAID, CANCELLING, CANCELLED ->
          throw new NotRefundable(tracked.order());
    };
  }

  private static Tracked cancelling(
      Tracked tracked, Reason reason, @Nullable Refusal refusal, Instant now) {
    return moved(tracked, tracked.order().cancelling(reason, refusal, now));
  }

  /** The time of the next attempt stays: an order that goes well needs none. */
  private static Tracked moved(Tracked tracked, Order next) {
    return new Tracked(next, 0, tracked.nextAttemptAt());
  }

  private static Tracked postponed(Tracked tracked, Instant now) {
    var order = tracked.order();
    var wait = FIRST_WAIT.multipliedBy(1L << Math.min(tracked.attempts(), DOUBLINGS));
    var next = now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    // An order that can't be paid is given up on time.
    boolean isUnpaid =
        order.status() == OrderStatus.PENDING || order.status() == OrderStatus.RESERVED;
    if (isUnpaid && now.isBefore(payBy(order)) && next.isAfter(payBy(order))) {
      next = payBy(order);
    }
    // In whole seconds, all of one length, so that the list of unsettled orders sorts them.
    return new Tracked(
        order.touched(), tracked.attempts() + 1, next.truncatedTo(ChronoUnit.SECONDS));
  }

  private static Instant payBy(Order order) {
    return order.createdAt().plus(PAY_WITHIN);
  }
}
