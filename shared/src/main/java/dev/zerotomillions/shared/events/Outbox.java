package dev.zerotomillions.shared.events;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Table;
import dev.zerotomillions.shared.problem.Unavailable;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events that a service has recorded but not yet handed over. An event's row is written in the
 * transaction that makes it true, so neither is ever without the other; the row goes when every
 * subscriber has the event.
 */
@Singleton
public final class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  /** Of the time of a client who waits, no more than this is spent on events. */
  private static final Duration BUDGET = Duration.ofSeconds(3);

  private final Database database;
  private final Settings settings;
  private final BeanProvider<EventDelivery> delivery;
  private final InstantSource clock;

  /**
   * @param delivery asked for with the first event that is handed over: a function that only
   *     records events knows no subscribers
   */
  Outbox(
      Database database,
      Settings settings,
      BeanProvider<EventDelivery> delivery,
      InstantSource clock) {
    this.database = database;
    this.settings = settings;
    this.delivery = delivery;
    this.clock = clock;
  }

  /** The row of an event in the table of its service, for the transaction that makes it true. */
  public Change add(Event event) {
    return table(event).overwrite(OutboxRow.of(event));
  }

  /**
   * Hands over events after their transaction was committed. It never fails: what is not taken now
   * is the relay's, half a minute later.
   */
  public void deliver(List<Event> events) {
    Deadline deadline = Deadline.within(BUDGET, clock);
    for (Event event : events) {
      try {
        delivery.get().deliver(event, deadline);
        database.write(table(event).delete(OutboxRow.pk(event), OutboxRow.sk(event)));
      } catch (EventNotTaken | Unavailable e) {
        LOG.warn("Event {} {} is left to the relay: {}", event.type(), event.id(), e.getMessage());
      }
    }
  }

  private Table table(Event event) {
    return database.table(settings.table(event.service()));
  }
}
