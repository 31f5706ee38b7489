package dev.zerotomillions.shared.events;

import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import dev.zerotomillions.shared.problem.Problem;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The events that a service has applied, so that each is applied once however often it comes: its
 * row is written in the transaction of what it changes.
 */
@Singleton
public final class Inbox {
  /** Longer than any event is delivered again. */
  private static final Duration KEPT = Duration.ofDays(7);

  private static final String SK = "EVENT";

  private final Database database;
  private final InstantSource clock;

  Inbox(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Applies an event unless it was applied before.
   *
   * @param table the consumer's table, which keeps the record
   * @param changes what the event changes; may be nothing
   * @return whether it was applied now
   */
  public boolean once(Table table, Event event, Supplier<List<Change>> changes) {
    if (isApplied(table, event)) {
      return false;
    }
    try {
      List<Change> all = new ArrayList<>();
      // First, so that its refusal comes before those which a duplicate causes.
      all.add(record(table, event));
      all.addAll(changes.get());
      database.commit(all);
      return true;
    } catch (AppliedMeanwhile e) {
      return false;
    } catch (Problem e) {
      // A duplicate may have been applied since, and be the very cause of the refusal.
      if (isApplied(table, event)) {
        return false;
      }
      throw e;
    }
  }

  private static boolean isApplied(Table table, Event event) {
    return table.find(pk(event), SK).isPresent();
  }

  private Change record(Table table, Event event) {
    long expires = clock.instant().plus(KEPT).getEpochSecond();
    Row row = Row.of(pk(event), SK).with("type", event.type()).with("expiresAt", expires);
    return table.insert(row, _ -> new AppliedMeanwhile());
  }

  private static String pk(Event event) {
    return "EVENT#" + event.id();
  }

  /** A duplicate of the event was applied while this one was being worked out. */
  private static final class AppliedMeanwhile extends RuntimeException {
    AppliedMeanwhile() {
      super("A duplicate was applied meanwhile", null, false, false);
    }
  }
}
