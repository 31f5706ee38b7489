package dev.zerotomillions.payments;

import dev.zerotomillions.shared.data.Money;
import dev.zerotomillions.shared.events.Event;
import dev.zerotomillions.shared.events.Events;
import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What others are told of payments. */
@Singleton
class PaymentEvents {
  private static final int VERSION = 1;

  private final Events events;

  PaymentEvents(Events events) {
    this.events = events;
  }

  /** The event of a payment's having come to its status; a payment that is voided took nothing. */
  Optional<Event> of(Payment payment) {
    return switch (payment.status()) {
      case SUCCEEDED -> Optional.of(event("payment.succeeded", payment));
      case DECLINED -> Optional.of(event("payment.declined", payment));
      case REFUNDED -> Optional.of(event("payment.refunded", payment));
      case PROCESSING, RETURNING, VOIDED -> Optional.empty();
    };
  }

  private Event event(String type, Payment payment) {
    var told =
        new Told(payment.orderId(), payment.customerId(), payment.amount(), payment.declineCode());
    return events.happened("payments", type, VERSION, payment.orderId(), told);
  }

  /** The events' data. */
  @Introspected
  record Told(
      String orderId,
      @Nullable String customerId,
      @Nullable Money amount,
      @Nullable String declineCode) {}
}
