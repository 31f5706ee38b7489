package dev.zerotomillions.sandbox;

/** The provider fails, as the card's token asks for. */
final class Outage extends StripeError {

  private final boolean remembered;

  private Outage(int status, String message, boolean remembered) {
    super(status, "api_error", message);
    this.remembered = remembered;
  }

  @Override
  boolean isRemembered() {
    return remembered;
  }

  /** Nothing was begun, so nothing is remembered under the Idempotency-Key. */
  static Outage beforeTheEffect() {
    return new Outage(503, "The sandbox is down for this token; nothing was done.", false);
  }

  /** Stripe remembers such an answer under the Idempotency-Key and repeats it. */
  static Outage afterTheEffect() {
    return new Outage(
        500, "The sandbox lost the answer; what was asked for may have been done.", true);
  }
}
