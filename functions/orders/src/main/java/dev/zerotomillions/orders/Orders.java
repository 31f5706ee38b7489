package dev.zerotomillions.orders;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Page;
import dev.zerotomillions.shared.data.Query;
import dev.zerotomillions.shared.data.Table;
import dev.zerotomillions.shared.events.Event;
import dev.zerotomillions.shared.events.Events;
import dev.zerotomillions.shared.events.Outbox;
import dev.zerotomillions.shared.problem.NotFound;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The orders' table. */
@Singleton
class Orders implements OrderBook {
  private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

  private final Database database;
  private final Table table;
  private final Unsettled unsettled;
  private final Events events;
  private final Outbox outbox;

  Orders(Database database, Settings settings, Unsettled unsettled, Events events, Outbox outbox) {
    this.database = database;
    this.table = database.table(settings.required("ORDERS_TABLE"));
    this.unsettled = unsettled;
    this.events = events;
    this.outbox = outbox;
  }

  /** The table itself, for what is recorded beside its orders. */
  Table table() {
    return table;
  }

  /** What makes a new order, and tells of it. */
  Opening open(Tracked placed) {
    var order = placed.order();
    var event = event(order, OrderEvent.type(order.status()));
    List<Change> changes = new ArrayList<>();
    changes.add(
        table.insert(
            OrderRow.of(placed),
            _ -> new IllegalStateException("Two orders got the id " + order.id())));
    changes.add(unsettled.add(placed));
    event.forEach(each -> changes.add(outbox.add(each)));
    return new Opening(changes, event, outbox);
  }

  /** The first changes of an order, and the event to be handed over once they are made. */
  record Opening(List<Change> changes, List<Event> events, Outbox outbox) {
    void tell() {
      outbox.deliver(events);
    }
  }

  private List<Event> event(Order order, Optional<String> type) {
    return type
        .map(happened -> events.happened("orders", happened, 1, order.id(), OrderEvent.of(order)))
        .stream()
        .toList();
  }

  @Override
  public Tracked read(String orderId) {
    return table
        .find(OrderRow.pk(orderId), OrderRow.ORDER)
        .map(OrderRow::tracked)
        .orElseThrow(() -> new NotFound("There is no order " + orderId + "."));
  }

  @Override
  public boolean move(Tracked read, Tracked next) {
    List<Change> changes = new ArrayList<>();
    changes.add(
        table.replace(OrderRow.of(next), read.order().version(), _ -> new MovedMeanwhile()));
    changes.addAll(unsettled.move(read, next));
    var event = event(next.order(), OrderEvent.type(read.order(), next.order()));
    event.forEach(each -> changes.add(outbox.add(each)));
    try {
      database.commit(changes);
    } catch (MovedMeanwhile e) {
      return false;
    }
    log(next);
    outbox.deliver(event);
    return true;
  }

  /**
   * A customer's order; those of others are as if they weren't there.
   *
   * @throws NotFound if they have none of this id
   */
  Order existing(String customerId, String id) {
    return Optional.of(id)
        .filter(OrderIds::isValid)
        .flatMap(valid -> table.find(OrderRow.pk(valid), OrderRow.ORDER))
        .map(OrderRow::order)
        .filter(order -> order.customerId().equals(customerId))
        .orElseThrow(() -> new NotFound("You have no order of this id."));
  }

  /** A customer's orders, the latest first. */
  Page list(String customerId, int limit, Map<String, String> after) {
    return table.query(new Query("gsi1", OrderRow.customer(customerId), "", true, limit, after));
  }

  private static void log(Tracked moved) {
    var order = moved.order();
    if (moved.attempts() == 0) {
      LOG.info("Order {} is {}", order.id(), order.status());
    } else {
      LOG.warn(
          "Order {} stays {} after {} attempts until {}",
          order.id(),
          order.status(),
          moved.attempts(),
          moved.nextAttemptAt());
    }
  }

  /** Somebody else moved the order since it was read. */
  private static final class MovedMeanwhile extends RuntimeException {
    MovedMeanwhile() {
      super("The order was moved meanwhile", null, false, false);
    }
  }
}
