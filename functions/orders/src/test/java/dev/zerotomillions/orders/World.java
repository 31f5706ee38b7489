package dev.zerotomillions.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Everything that the drivers of orders share, as one value: the tables of three services, which
 * keep their contracts, and the time. One product is sold, one item an order.
 */
record World(
    Instant now,
    long onHand,
    Map<String, Tracked> orders,
    Map<String, Hold> holds,
    Map<String, Money> payments,
    Map<String, List<String>> events) {

  private static final Duration HELD_FOR = Duration.ofMinutes(15);

  enum HoldState {
    HELD,
    COMMITTED,
    RELEASED,
    EXPIRED
  }

  enum MoneyState {
    PROCESSING,
    SUCCEEDED,
    DECLINED,
    VOIDED,
    REFUNDED
  }

  record Hold(HoldState state, Instant until) {}

  /** A payment, and how often money moved for it. */
  record Money(MoneyState state, int charges, int refunds) {}

  World {
    orders = Map.copyOf(orders);
    holds = Map.copyOf(holds);
    payments = Map.copyOf(payments);
    events = Map.copyOf(events);
  }

  /** A world in which orders were placed, and nothing else happened. */
  static World of(long onHand, List<Tracked> placed) {
    Map<String, Tracked> orders = new TreeMap<>();
    Map<String, List<String>> events = new TreeMap<>();
    for (var tracked : placed) {
      orders.put(tracked.order().id(), tracked);
      events.put(tracked.order().id(), List.of("order.placed"));
    }
    var now = placed.getFirst().order().createdAt();
    return new World(now, onHand, orders, Map.of(), Map.of(), events);
  }

  /** What the orders' table does: writes an order, and the event that tells of it. */
  World move(Tracked tracked) {
    var order = tracked.order();
    List<String> told = new ArrayList<>(events.getOrDefault(order.id(), List.of()));
    OrderEvent.type(Objects.requireNonNull(orders.get(order.id())).order(), order)
        .ifPresent(told::add);
    return new World(
        now,
        onHand,
        put(orders, order.id(), Tracked.placed(timeless(order))),
        holds,
        payments,
        put(events, order.id(), told));
  }

  /** An order but for the times that no rule asks for: so fewer worlds differ. */
  private static Order timeless(Order order) {
    return new Order(
        order.id(),
        order.customerId(),
        order.status(),
        order.reason(),
        order.refusal(),
        order.lines(),
        order.total(),
        order.payment(),
        order.shipTo(),
        order.history().stream()
            .map(change -> new StatusChange(change.status(), order.createdAt()))
            .toList(),
        order.version(),
        order.createdAt());
  }

  World later(Duration passed) {
    return new World(now.plus(passed), onHand, orders, holds, payments, events);
  }

  long available() {
    return onHand - holds.values().stream().filter(hold -> hold.state() == HoldState.HELD).count();
  }

  World hold(String orderId) {
    return holds.containsKey(orderId) || available() < 1
        ? this
        : with(orderId, new Hold(HoldState.HELD, now.plus(HELD_FOR)));
  }

  World commit(String orderId) {
    return isHeld(orderId) ? end(orderId, HoldState.COMMITTED).sold() : this;
  }

  World release(String orderId) {
    return isHeld(orderId) || !holds.containsKey(orderId) ? end(orderId, HoldState.RELEASED) : this;
  }

  /** What the inventory's task does. */
  World expire(String orderId) {
    var hold = holds.get(orderId);
    return hold != null && isHeld(orderId) && hold.until().isBefore(now)
        ? end(orderId, HoldState.EXPIRED)
        : this;
  }

  /** A charge, of which the provider thinks as given if it hears of it for the first time. */
  World charge(String orderId, MoneyState verdict) {
    return payments.containsKey(orderId)
        ? this
        : with(orderId, new Money(verdict, verdict == MoneyState.SUCCEEDED ? 1 : 0, 0));
  }

  /** What the provider does later to a payment that it couldn't settle at once. */
  World settle(String orderId, MoneyState verdict) {
    var money = payments.get(orderId);
    return money == null || money.state() != MoneyState.PROCESSING
        ? this
        : with(orderId, new Money(verdict, verdict == MoneyState.SUCCEEDED ? 1 : 0, 0));
  }

  World payBack(String orderId) {
    var money = payments.get(orderId);
    if (money == null) {
      return with(orderId, new Money(MoneyState.VOIDED, 0, 0));
    }
    return switch (money.state()) {
      case PROCESSING -> with(orderId, new Money(MoneyState.VOIDED, 0, 0));
      case SUCCEEDED ->
          with(orderId, new Money(MoneyState.REFUNDED, money.charges(), money.refunds() + 1));
      case DECLINED, VOIDED, REFUNDED -> this;
    };
  }

  private boolean isHeld(String orderId) {
    var hold = holds.get(orderId);
    return hold != null && hold.state() == HoldState.HELD;
  }

  private World end(String orderId, HoldState state) {
    return with(orderId, new Hold(state, now));
  }

  private World sold() {
    return new World(now, onHand - 1, orders, holds, payments, events);
  }

  private World with(String orderId, Hold hold) {
    return new World(now, onHand, orders, put(holds, orderId, hold), payments, events);
  }

  private World with(String orderId, Money money) {
    return new World(now, onHand, orders, holds, put(payments, orderId, money), events);
  }

  private static <V> Map<String, V> put(Map<String, V> map, String key, V value) {
    var copy = new TreeMap<>(map);
    copy.put(key, value);
    return copy;
  }
}
