package dev.zerotomillions.payments;

import dev.zerotomillions.shared.calls.Deadline;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Optional;

/** Makes sure that nothing is, or will be, taken for an order. */
@Singleton
class PaymentReturns {
  private static final int RACES = 8;

  private final Ledger ledger;
  private final Settlement settlement;

  PaymentReturns(Ledger ledger, Settlement settlement) {
    this.ledger = ledger;
    this.settlement = settlement;
  }

  /**
   * The payment, returned as far as it can be now.
   *
   * @throws ProviderUnavailable if the provider can't do it now; whoever comes next goes on
   */
  Moved giveBack(String orderId, Deadline deadline) {
    var marked = marked(orderId);
    var settled = settlement.settle(marked.payment(), deadline);
    var events = new ArrayList<>(marked.events());
    events.addAll(settled.events());
    return new Moved(settled.payment(), events);
  }

  /** From here on the payment is returned, whatever a charge that is under way comes to. */
  private Moved marked(String orderId) {
    for (int race = 0; race < RACES; race++) {
      try {
        Optional<Payment> found = ledger.find(orderId);
        return found.isEmpty() ? ledger.callOff(orderId) : mark(found.get());
      } catch (Payments.Changed e) {
        // A charge moved the payment in between; what is to be done depends on how far it came.
      }
    }
    throw ProviderUnavailable.busy();
  }

  private Moved mark(Payment payment) {
    // What the provider knows nothing of needs no provider.
    boolean here = payment.intentId() == null;
    return switch (payment.status()) {
      case RETURNING, DECLINED, VOIDED, REFUNDED -> Moved.quietly(payment);
      case PROCESSING ->
          ledger.move(
              payment, payment.moved(here ? PaymentStatus.VOIDED : PaymentStatus.RETURNING));
      case SUCCEEDED ->
          ledger.move(
              payment, payment.moved(here ? PaymentStatus.REFUNDED : PaymentStatus.RETURNING));
    };
  }
}
