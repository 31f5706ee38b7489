package dev.zerotomillions.payments;

import dev.zerotomillions.shared.problem.Problem;

/** A webhook isn't the provider's, or not of now. */
final class WebhookRefused extends Problem {

  private WebhookRefused(String detail) {
    super(400, "webhook-refused", "Webhook refused", detail);
  }

  static WebhookRefused unsigned() {
    return new WebhookRefused("The header Stripe-Signature must hold a time and a v1 signature.");
  }

  static WebhookRefused forged() {
    return new WebhookRefused(
        "The signature isn't that of the body; check the endpoint's secret on both sides.");
  }

  static WebhookRefused old() {
    return new WebhookRefused("The signature's time is more than five minutes off; sign it anew.");
  }

  static WebhookRefused malformed() {
    return new WebhookRefused("The body is no event of Stripe's.");
  }
}
