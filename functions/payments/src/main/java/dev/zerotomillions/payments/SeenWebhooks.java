package dev.zerotomillions.payments;

import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * The webhooks that were dealt with, beside the payments. A webhook is noted after its effect,
 * which is harmless a second time, so that none is lost if the function ends in between.
 */
@Singleton
class SeenWebhooks {
  /** The provider doesn't try longer than three days. */
  private static final Duration KEPT = Duration.ofDays(7);

  private static final String SK = "WEBHOOK";

  private final Database database;
  private final Payments payments;
  private final InstantSource clock;

  SeenWebhooks(Database database, Payments payments, InstantSource clock) {
    this.database = database;
    this.payments = payments;
    this.clock = clock;
  }

  boolean contains(WebhookEvent event) {
    return payments.table().find(pk(event), SK).isPresent();
  }

  void add(WebhookEvent event) {
    var row =
        Row.of(pk(event), SK)
            .with("type", event.type())
            .with("expiresAt", clock.instant().plus(KEPT).getEpochSecond());
    database.commit(List.of(payments.table().overwrite(row)));
  }

  private static String pk(WebhookEvent event) {
    return "WEBHOOK#" + event.id();
  }
}
