package dev.zerotomillions.payments;

import dev.zerotomillions.shared.problem.Problem;
import java.time.Duration;

/** The payment provider doesn't answer in time, or fails, or can't tell yet. */
final class ProviderUnavailable extends Problem {
  /** Longer than callers wait between their tries. */
  private static final long LONG = 3;

  private final boolean answered;

  private ProviderUnavailable(String detail, boolean answered) {
    this(detail, answered, 1);
  }

  private ProviderUnavailable(String detail, boolean answered, long retryAfterSeconds) {
    super(503, "payment-provider-unavailable", "Payment provider unavailable", detail);
    header("Retry-After", Long.toString(retryAfterSeconds));
    this.answered = answered;
  }

  /** The provider wasn't called, as it has failed too often just now; not worth waiting for. */
  static ProviderUnavailable leftAlone(Duration until) {
    return new ProviderUnavailable(
        "The payment provider is down; retry in a moment.",
        false,
        Math.max(LONG, until.toSeconds() + 1));
  }

  /** No answer came; the call may have been carried out, and its key will tell. */
  static ProviderUnavailable withoutAnswer() {
    return new ProviderUnavailable(
        "The payment provider doesn't answer; retry in a moment.", false);
  }

  /** The provider is busy with the very thing, or with too much. */
  static ProviderUnavailable busy() {
    return new ProviderUnavailable("The payment provider is busy; retry in a moment.", false);
  }

  /** The provider answered that it failed, and would repeat that to the same key. */
  static ProviderUnavailable failed() {
    return new ProviderUnavailable("The payment provider failed; retry in a moment.", true);
  }

  /** What is being taken can't be given back before the provider knows whether it was. */
  static ProviderUnavailable undecided() {
    return new ProviderUnavailable(
        "The payment provider doesn't know yet what comes of the payment; retry later.", false);
  }

  boolean isAnswered() {
    return answered;
  }
}
