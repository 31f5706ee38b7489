package dev.zerotomillions.sandbox;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The intent to take an amount once.
 *
 * @param currency in lower case, as Stripe writes it
 * @param token the card's; it tells how the card behaves, and stays known when the card is refused
 * @param declineCode why the card was refused, if it was
 * @param settlesAt when a payment that takes its time succeeds
 * @param version grows by each change
 */
record Intent(
    String id,
    long amount,
    String currency,
    @Nullable String token,
    IntentStatus status,
    @Nullable String declineCode,
    @Nullable Instant settlesAt,
    long amountRefunded,
    Map<String, String> metadata,
    Instant created,
    long version) {

  Intent {
    metadata = Map.copyOf(metadata);
  }

  /** The intent as it is at a time: what takes its time needs no one to look at it. */
  Intent at(Instant now) {
    return status == IntentStatus.PROCESSING && settlesAt != null && !now.isBefore(settlesAt)
        ? with(IntentStatus.SUCCEEDED, null, null, version)
        : this;
  }

  Intent succeeded() {
    return with(IntentStatus.SUCCEEDED, null, null, version + 1);
  }

  Intent processing(Instant until) {
    return with(IntentStatus.PROCESSING, null, until, version + 1);
  }

  Intent canceled() {
    return with(IntentStatus.CANCELED, declineCode, null, version + 1);
  }

  /** The card was refused; another one may be tried. */
  Intent declined(String code) {
    return with(IntentStatus.REQUIRES_PAYMENT_METHOD, code, null, version + 1);
  }

  Intent refunded(long amountMore) {
    return new Intent(
        id,
        amount,
        currency,
        token,
        status,
        declineCode,
        settlesAt,
        amountRefunded + amountMore,
        metadata,
        created,
        version + 1);
  }

  private Intent with(
      IntentStatus next, @Nullable String code, @Nullable Instant until, long nextVersion) {
    return new Intent(
        id,
        amount,
        currency,
        token,
        next,
        code,
        until,
        amountRefunded,
        metadata,
        created,
        nextVersion);
  }
}
