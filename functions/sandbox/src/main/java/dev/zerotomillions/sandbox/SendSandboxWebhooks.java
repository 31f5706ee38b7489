package dev.zerotomillions.sandbox;

import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.tasks.ScheduledTask;
import jakarta.inject.Singleton;

/**
 * Sends the webhooks that are due. A function can't do anything after its answer, so they wait for
 * this, and a webhook comes after the answer that it confirms, as Stripe's do.
 */
@Singleton
final class SendSandboxWebhooks implements ScheduledTask {
  private final WebhookSender sender;

  SendSandboxWebhooks(WebhookSender sender) {
    this.sender = sender;
  }

  @Override
  public String name() {
    return "SendSandboxWebhooks";
  }

  @Override
  public void run(Deadline deadline) {
    sender.send(deadline);
  }
}
