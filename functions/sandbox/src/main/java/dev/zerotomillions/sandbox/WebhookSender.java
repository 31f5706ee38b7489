package dev.zerotomillions.sandbox;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.data.Parameters;
import dev.zerotomillions.shared.http.Hmac;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the webhooks that are due, signed as Stripe signs them. One that its receiver doesn't take
 * comes again later, so a webhook arrives at least once, and after others that happened later.
 */
@Singleton
class WebhookSender {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);

  /** A delivery that takes longest still ends before the deadline. */
  private static final Duration PATIENCE = HttpDelivery.CONNECT.plus(HttpDelivery.READ);

  private final Webhooks webhooks;
  private final Delivery delivery;
  private final Settings settings;
  private final Parameters parameters;
  private final InstantSource clock;

  WebhookSender(
      Webhooks webhooks,
      Delivery delivery,
      Settings settings,
      Parameters parameters,
      InstantSource clock) {
    this.webhooks = webhooks;
    this.delivery = delivery;
    this.settings = settings;
    this.parameters = parameters;
    this.clock = clock;
  }

  /** Sends until none is due any more, or too little time is left. */
  void send(Deadline deadline) {
    List<Webhook> due = webhooks.due();
    if (due.isEmpty()) {
      return;
    }
    var secret = parameters.get(settings.required("WEBHOOK_SECRET_PARAMETER"));
    while (!due.isEmpty() && deadline.remaining(clock).compareTo(PATIENCE) > 0) {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        due.forEach(webhook -> threads.execute(() -> send(webhook, secret)));
      }
      due = webhooks.due();
    }
  }

  private void send(Webhook webhook, String secret) {
    if (isTaken(webhook, secret)) {
      webhooks.remove(webhook);
    } else {
      webhooks.postpone(webhook);
    }
  }

  private boolean isTaken(Webhook webhook, String secret) {
    try {
      int status = delivery.post(webhook.body(), signature(webhook.body(), secret));
      if (status / 100 != 2) {
        LOG.warn("The receiver answered {} to webhook {}", status, webhook.id());
      }
      return status / 100 == 2;
    } catch (IOException e) {
      LOG.warn("The receiver of webhook {} is out of reach: {}", webhook.id(), e.toString());
      return false;
    }
  }

  /** The signature of a body that is sent now. */
  private String signature(String body, String secret) {
    long now = clock.instant().getEpochSecond();
    var signed = now + "." + body;
    return "t="
        + now
        + ",v1="
        + Hmac.hex(
            secret.getBytes(StandardCharsets.UTF_8), signed.getBytes(StandardCharsets.UTF_8));
  }
}
