package dev.zerotomillions.payments;

import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.events.Event;
import dev.zerotomillions.shared.events.Outbox;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes payments down, each together with the event that tells of it. */
@Singleton
class Ledger {
  private final Database database;
  private final Payments payments;
  private final PaymentEvents events;
  private final Outbox outbox;
  private final InstantSource clock;

  Ledger(
      Database database,
      Payments payments,
      PaymentEvents events,
      Outbox outbox,
      InstantSource clock) {
    this.database = database;
    this.payments = payments;
    this.events = events;
    this.outbox = outbox;
    this.clock = clock;
  }

  Optional<Payment> find(String orderId) {
    return payments.find(orderId);
  }

  /** The payment that there certainly is. */
  Payment current(String orderId) {
    return payments
        .find(orderId)
        .orElseThrow(() -> new IllegalStateException("The payment of " + orderId + " is gone"));
  }

  /** The order's payment; a new one if there is none. */
  Payment open(String orderId, Charge charge) {
    return payments.find(orderId).orElseGet(() -> insert(orderId, charge));
  }

  private Payment insert(String orderId, Charge charge) {
    var asked = Payment.asked(orderId, charge, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    try {
      database.commit(List.of(payments.insert(asked)));
      return asked;
    } catch (Payments.Changed e) {
      // A duplicate was first, or the payment was called off.
      return current(orderId);
    }
  }

  /**
   * Writes down that there will be no payment, which a late charge finds then.
   *
   * @throws Payments.Changed if there is one by now
   */
  Moved callOff(String orderId) {
    var payment = Payment.calledOff(orderId, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    database.commit(List.of(payments.insert(payment)));
    return Moved.quietly(payment);
  }

  /**
   * Writes down what became of a payment.
   *
   * @throws Payments.Changed if something else became of it first
   */
  Moved move(Payment seen, Payment next) {
    var event = next.status() == seen.status() ? Optional.<Event>empty() : events.of(next);
    List<Change> changes = new ArrayList<>();
    changes.add(payments.replace(seen, next));
    event.map(outbox::add).ifPresent(changes::add);
    database.commit(changes);
    return new Moved(next, event.stream().toList());
  }

  /** Has the next attempt made under new keys, as the provider would repeat its failure. */
  void tryAnew(Payment seen) {
    try {
      move(seen, seen.triedAnew());
    } catch (Payments.Changed e) {
      // It was moved meanwhile, and so has new keys already.
    }
  }
}
