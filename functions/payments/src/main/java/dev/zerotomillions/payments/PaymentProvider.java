package dev.zerotomillions.payments;

import dev.zerotomillions.shared.calls.Deadline;

/**
 * Whoever takes the customers' money for us. A payment is an intent there, which is created, then
 * confirmed or cancelled; the provider decides once which of the two it is.
 *
 * <p>Every call that changes something bears a key: the same key gives the same answer. All throw
 * {@link ProviderUnavailable} when the provider doesn't answer in time or can't tell.
 */
interface PaymentProvider {

  /** Creates an intent that takes nothing yet. */
  Creation create(NewIntent intent, String key, Deadline deadline);

  /** What the provider says to a new intent. */
  sealed interface Creation {
    record Created(String intentId) implements Creation {}

    /** The provider takes no such token or amount. */
    record Refused(String code) implements Creation {}
  }

  /** How far an intent has come. */
  IntentState look(String intentId, Deadline deadline);

  /** Takes the amount, unless the intent is past that; tells what it came to. */
  IntentState confirm(String intentId, String key, Deadline deadline);

  /** Has nothing taken any more, unless the intent is past that; tells what it came to. */
  IntentState cancel(String intentId, String key, Deadline deadline);

  /** Gives back the whole amount that was taken, unless that was done before. */
  void refund(String intentId, String key, Deadline deadline);

  /** Makes the cheapest call that takes the whole way. */
  void check(Deadline deadline);
}
