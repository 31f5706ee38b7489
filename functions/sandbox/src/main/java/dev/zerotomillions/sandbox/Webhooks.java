package dev.zerotomillions.sandbox;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Query;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import dev.zerotomillions.shared.data.UuidV7;
import dev.zerotomillions.shared.json.Json;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The webhooks that are due, now or later, in the sandbox's table. */
@Singleton
class Webhooks {
  private static final String PK = "WEBHOOKS";
  private static final int BATCH = 25;

  /** As long as Stripe keeps trying. */
  private static final Duration KEPT = Duration.ofDays(3);

  private final Database database;
  private final Table table;
  private final UuidV7 ids;
  private final InstantSource clock;

  Webhooks(Database database, Settings settings, UuidV7 ids, InstantSource clock) {
    this.database = database;
    this.table = database.table(settings.required("SANDBOX_TABLE"));
    this.ids = ids;
    this.clock = clock;
  }

  /** A webhook to be sent from a time on, written in the transaction that it tells of. */
  Change due(String type, Map<String, Object> object, Instant from) {
    var id = ids.next("evt").replace("-", "");
    var body = Json.writeText(StripeObjects.event(id, type, object, from));
    return table.overwrite(row(new Webhook(id, body, 0, from, clock.instant().plus(KEPT))));
  }

  /** Some of the webhooks that are due, the longest overdue first. */
  List<Webhook> due() {
    var now = clock.instant();
    return table.query(new Query(null, PK, "", false, BATCH, Map.of())).rows().stream()
        .map(Webhooks::webhook)
        .filter(webhook -> !webhook.due().isAfter(now))
        .toList();
  }

  void remove(Webhook webhook) {
    database.commit(List.of(table.delete(PK, sk(webhook))));
  }

  /** Puts a webhook off that its receiver didn't take. */
  void postpone(Webhook webhook) {
    database.commit(
        List.of(table.delete(PK, sk(webhook)), table.overwrite(row(webhook.postponed()))));
  }

  private static Row row(Webhook webhook) {
    return Row.of(PK, sk(webhook))
        .with("id", webhook.id())
        .with("body", webhook.body())
        .with("attempts", webhook.attempts())
        .with("due", webhook.due())
        .with("expiresAt", webhook.expires().getEpochSecond());
  }

  private static Webhook webhook(Row row) {
    return new Webhook(
        row.text("id"),
        row.text("body"),
        (int) row.number("attempts"),
        row.time("due"),
        Instant.ofEpochSecond(row.number("expiresAt")));
  }

  /** Sorts by the time at which it is due. */
  private static String sk(Webhook webhook) {
    return String.format(Locale.ROOT, "%015d#%s", webhook.due().toEpochMilli(), webhook.id());
  }
}
