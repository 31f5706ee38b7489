package dev.zerotomillions.payments;

import org.jspecify.annotations.Nullable;

/** How far the provider has come with a payment. */
sealed interface IntentState {

  /** Nothing was tried yet. */
  record Open() implements IntentState {}

  /** The provider doesn't know yet itself. */
  record Pending() implements IntentState {}

  /** The amount was taken. */
  record Taken() implements IntentState {}

  /** Nothing was taken, nor will be. */
  record Cancelled() implements IntentState {}

  /** The card was refused; nothing was taken. */
  record Declined(@Nullable String reason) implements IntentState {

    /** Why, as the provider names it. */
    String code() {
      return reason == null ? "card_declined" : reason;
    }
  }
}
