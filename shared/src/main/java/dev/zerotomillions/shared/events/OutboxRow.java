package dev.zerotomillions.shared.events;

import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.json.Json;
import java.time.Duration;
import java.time.Instant;

/**
 * The layout of an outbox's rows: a few partitions, so that none is hot, each in the order in which
 * its events are due.
 */
final class OutboxRow {
  /** How many partitions a relay asks. */
  static final int SHARDS = 4;

  /** The producer delivers first; only what is older than this is the relay's. */
  static final Duration OWN_TIME = Duration.ofSeconds(30);

  static final String EVENT = "event";
  static final String REFUSALS = "refusals";
  static final String TRIES = "tries";
  static final String DUE = "dueAt";

  private OutboxRow() {}

  static Row of(Event event) {
    return of(event, firstDue(event)).with(TRIES, 0).with(REFUSALS, 0);
  }

  static Row of(Event event, Instant due) {
    return Row.of(pk(event), sk(event, due))
        .with(EVENT, Json.writeText(event))
        .with("type", event.type())
        .with(DUE, due);
  }

  static String pk(Event event) {
    return pk(Math.floorMod(event.id().hashCode(), SHARDS));
  }

  static String pk(int shard) {
    return "OUTBOX#" + shard;
  }

  /** The key of an event that nobody has tried to relay yet. */
  static String sk(Event event) {
    return sk(event, firstDue(event));
  }

  private static String sk(Event event, Instant due) {
    return due + "#" + event.id();
  }

  private static Instant firstDue(Event event) {
    return event.time().plus(OWN_TIME);
  }
}
