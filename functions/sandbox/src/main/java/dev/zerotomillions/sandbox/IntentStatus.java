package dev.zerotomillions.sandbox;

import java.util.Locale;

/** How far a payment intent has come, as Stripe names it. */
enum IntentStatus {
  REQUIRES_PAYMENT_METHOD,
  REQUIRES_CONFIRMATION,
  PROCESSING,
  SUCCEEDED,
  CANCELED;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
