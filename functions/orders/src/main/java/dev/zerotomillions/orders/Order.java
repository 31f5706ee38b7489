package dev.zerotomillions.orders;

import dev.zerotomillions.shared.data.Money;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has bought, or is about to.
 *
 * @param reason why it was, or is being, cancelled
 * @param refusal what stood in its way, where that can be told
 * @param version grows by each change
 * @param history every status that the order has had, the first one first
 */
@Introspected
record Order(
    String id,
    String customerId,
    OrderStatus status,
    @Nullable Reason reason,
    @Nullable Refusal refusal,
    List<OrderLine> lines,
    Money total,
    PaymentMethod payment,
    ShippingAddress shipTo,
    List<StatusChange> history,
    long version,
    Instant createdAt) {

  Order {
    lines = List.copyOf(lines);
    history = List.copyOf(history);
  }

  /** An order as its customer sends it, about to be settled. */
  static Order placed(String id, String customerId, NewOrder wanted, Instant now) {
    return new Order(
        id,
        customerId,
        OrderStatus.PENDING,
        null,
        null,
        wanted.lines(),
        wanted.total(),
        wanted.payment(),
        wanted.shipTo(),
        List.of(new StatusChange(OrderStatus.PENDING, now)),
        1,
        now);
  }

  /** The same order at its next status. */
  Order moved(OrderStatus next, Instant now) {
    return moved(next, null, null, now);
  }

  /** The same order, about to be cancelled. */
  Order cancelling(Reason why, @Nullable Refusal told, Instant now) {
    return moved(OrderStatus.CANCELLING, why, told, now);
  }

  /** The same order, cancelled. */
  Order cancelled(Instant now) {
    return moved(OrderStatus.CANCELLED, reason, refusal, now);
  }

  /** The same order after a change that is none of its status. */
  Order touched() {
    return with(status, reason, refusal, history);
  }

  private Order moved(OrderStatus next, @Nullable Reason why, @Nullable Refusal told, Instant now) {
    if (!status.canBecome(next)) {
      throw new IllegalStateException("Order " + id + " can't become " + next + " from " + status);
    }
    var longer = new ArrayList<>(history);
    longer.add(new StatusChange(next, now));
    return with(next, why, told, longer);
  }

  private Order with(
      OrderStatus next, @Nullable Reason why, @Nullable Refusal told, List<StatusChange> statuses) {
    return new Order(
        id,
        customerId,
        next,
        why,
        told,
        lines,
        total,
        payment,
        shipTo,
        statuses,
        version + 1,
        createdAt);
  }
}
