package dev.zerotomillions.orders;

import dev.zerotomillions.shared.data.Money;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a customer has bought, or is about to.
 *
 * @param version grows by each change of status
 * @param history every status that the order has had, the first one first
 */
@Introspected
record Order(
    String id,
    String customerId,
    OrderStatus status,
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
        wanted.lines(),
        wanted.total(),
        wanted.payment(),
        wanted.shipTo(),
        List.of(new StatusChange(OrderStatus.PENDING, now)),
        1,
        now);
  }

  Order moved(OrderStatus next, Instant now) {
    var longer = new ArrayList<>(history);
    longer.add(new StatusChange(next, now));
    return new Order(
        id, customerId, next, lines, total, payment, shipTo, longer, version + 1, createdAt);
  }
}
