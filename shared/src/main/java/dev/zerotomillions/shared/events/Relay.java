package dev.zerotomillions.shared.events;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Page;
import dev.zerotomillions.shared.data.Query;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import dev.zerotomillions.shared.observe.Correlation;
import dev.zerotomillions.shared.observe.Metrics;
import dev.zerotomillions.shared.resilience.Backoff;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second chance of events: delivers what a service's outbox holds for longer than its producer
 * needs for it. The service runs it as its task each minute.
 *
 * <p>What a subscriber can't take comes again, after longer and longer pauses and for ever. What
 * every subscriber that fails refuses comes again a few times and is then set aside, where nothing
 * is lost and nothing else is held up.
 */
@Singleton
public final class Relay {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final int PAGE = 25;
  private static final int MOST_REFUSALS = 8;

  /** One event takes no more of a run than this. */
  private static final Duration BUDGET = Duration.ofSeconds(5);

  /** Not jittered: the relay's own schedule spreads what is due. */
  private static final Backoff PAUSES = Backoff.of(Duration.ofSeconds(30), Duration.ofMinutes(15));

  private final Database database;
  private final Settings settings;
  private final EventDelivery delivery;
  private final InstantSource clock;
  private final Metrics metrics;

  Relay(
      Database database,
      Settings settings,
      EventDelivery delivery,
      InstantSource clock,
      Metrics metrics) {
    this.database = database;
    this.settings = settings;
    this.delivery = delivery;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Delivers what is due, until there is no more or the deadline comes.
   *
   * @param service whose outbox it is, such as {@code orders}
   */
  public void run(String service, Deadline deadline) {
    Table table = database.table(settings.table(service));
    for (int shard = 0; shard < OutboxRow.SHARDS; shard++) {
      drain(table, OutboxRow.pk(shard), deadline);
    }
  }

  private void drain(Table table, String shard, Deadline deadline) {
    Map<String, String> after = Map.of();
    do {
      Page page = table.query(new Query(null, shard, "", false, PAGE, after));
      for (Row row : page.rows()) {
        if (row.time(OutboxRow.DUE).isAfter(clock.instant()) || deadline.hasPassed(clock)) {
          // The rows are in the order in which they are due.
          return;
        }
        deliver(table, row);
      }
      after = page.next();
    } while (!after.isEmpty());
  }

  private void deliver(Table table, Row row) {
    Event event = Event.parse(row.text(OutboxRow.EVENT));
    // Subscribers see it within what it was caused by, not within the task.
    try (Correlation _ = Correlation.begin(Correlation.requestId(), event.correlationid())) {
      delivery.deliver(event, Deadline.within(BUDGET, clock));
      database.write(table.delete(row.text("pk"), row.text("sk")));
      metrics.count("EventsRelayed");
      LOG.info("Relayed {} {}", event.type(), event.id());
    } catch (EventNotTaken e) {
      postpone(new Outboxed(table, row, event), e);
    }
  }

  private void postpone(Outboxed outboxed, EventNotTaken failure) {
    int tries = outboxed.tries() + 1;
    int refusals = outboxed.refusals() + (failure.isRefusal() ? 1 : 0);
    if (refusals >= MOST_REFUSALS && failure.isRefusal()) {
      outboxed.setAside(database, clock.instant(), failure.getMessage());
      metrics.count("DeadEvents");
      LOG.error("An event is set aside: {}", failure.getMessage());
      return;
    }
    Instant due = clock.instant().plus(PAUSES.bound(tries));
    outboxed.postpone(database, due, tries, refusals);
    LOG.warn("An event is postponed until {}: {}", due, failure.getMessage());
  }
}
