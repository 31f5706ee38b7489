package dev.zerotomillions.payments;

import dev.zerotomillions.payments.PaymentProvider.Creation;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.events.Event;
import jakarta.inject.Singleton;
import java.util.ArrayList;

/**
 * Brings a payment to its end, step by step: what the provider did is written down before the next
 * step. Anyone may do so at any time, twice at once, and be interrupted anywhere; whoever comes
 * next goes on from what is written down and from what the provider says.
 *
 * <p>The provider decides once whether an intent is confirmed or cancelled, so it is asked first
 * for what it knows, and a row is moved only from the version that was read.
 */
@Singleton
class Settlement {
  /** More than any payment takes, even if others move it at the same time. */
  private static final int STEPS = 12;

  private final PaymentProvider provider;
  private final Ledger ledger;

  Settlement(PaymentProvider provider, Ledger ledger) {
    this.provider = provider;
    this.ledger = ledger;
  }

  /** The payment, as far as it can be brought now, and what is to be told of the way there. */
  Moved settle(Payment payment, Deadline deadline) {
    var events = new ArrayList<Event>();
    Payment current = payment;
    boolean fresh = false;
    for (int i = 0; i < STEPS && !current.status().isSettled(); i++) {
      var moved = step(current, fresh, deadline);
      if (moved.payment().version() == current.version()) {
        break;
      }
      fresh = current.intentId() == null;
      current = moved.payment();
      events.addAll(moved.events());
    }
    return new Moved(current, events);
  }

  /**
   * One step; the payment itself if nothing can be done now.
   *
   * @param fresh whether the intent was created a step ago, so that there is nothing to look at
   */
  private Moved step(Payment payment, boolean fresh, Deadline deadline) {
    try {
      var intentId = payment.intentId();
      if (intentId == null) {
        return create(payment, deadline);
      }
      if (payment.status() == PaymentStatus.RETURNING) {
        return giveBack(payment, intentId, deadline);
      }
      var seen = fresh ? new IntentState.Open() : provider.look(intentId, deadline);
      return take(payment, intentId, seen, deadline);
    } catch (Payments.Changed e) {
      return Moved.quietly(ledger.current(payment.orderId()));
    } catch (ProviderUnavailable e) {
      if (e.isAnswered()) {
        ledger.tryAnew(payment);
      }
      throw e;
    }
  }

  private Moved create(Payment payment, Deadline deadline) {
    var amount = payment.amount();
    if (amount != null && amount.amount() == 0) {
      return ledger.move(payment, payment.moved(PaymentStatus.SUCCEEDED));
    }
    var creation = provider.create(NewIntent.of(payment), key(payment, "create"), deadline);
    return switch (creation) {
      case Creation.Refused(var code) -> ledger.move(payment, payment.declined(code));
      // If the payment was called off meanwhile this is refused, and the intent takes nothing.
      case Creation.Created(var id) -> ledger.move(payment, payment.known(id));
    };
  }

  private Moved take(Payment payment, String intentId, IntentState seen, Deadline deadline) {
    var state =
        seen instanceof IntentState.Open
            ? provider.confirm(intentId, key(payment, "confirm"), deadline)
            : seen;
    return switch (state) {
      case IntentState.Taken() -> ledger.move(payment, payment.moved(PaymentStatus.SUCCEEDED));
      case IntentState.Declined declined -> ledger.move(payment, payment.declined(declined.code()));
      case IntentState.Cancelled() -> ledger.move(payment, payment.moved(PaymentStatus.VOIDED));
      case IntentState.Open(), IntentState.Pending() -> Moved.quietly(payment);
    };
  }

  private Moved giveBack(Payment payment, String intentId, Deadline deadline) {
    return switch (provider.look(intentId, deadline)) {
      case IntentState.Cancelled() -> ledger.move(payment, payment.moved(PaymentStatus.VOIDED));
      case IntentState.Pending() -> Moved.quietly(payment);
      case IntentState.Taken() -> {
        provider.refund(intentId, key(payment, "refund"), deadline);
        yield ledger.move(payment, payment.moved(PaymentStatus.REFUNDED));
      }
      case IntentState.Open(), IntentState.Declined(_) -> {
        var state = provider.cancel(intentId, key(payment, "cancel"), deadline);
        // A charge that was under way may have come first; then the next step sees it.
        yield state instanceof IntentState.Cancelled
            ? ledger.move(payment, payment.moved(PaymentStatus.VOIDED))
            : ledger.move(payment, payment.triedAnew());
      }
    };
  }

  /** Names the attempt by the payment's version, so that duplicates share it. */
  private static String key(Payment payment, String step) {
    return payment.orderId() + "-" + step + "-" + payment.version();
  }
}
