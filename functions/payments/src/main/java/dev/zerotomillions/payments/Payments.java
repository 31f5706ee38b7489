package dev.zerotomillions.payments;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Table;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The payments' table. */
@Singleton
class Payments {
  private final Table table;

  Payments(Database database, Settings settings) {
    this.table = database.table(settings.required("PAYMENTS_TABLE"));
  }

  /** The table itself, for what is recorded beside its payments. */
  Table table() {
    return table;
  }

  Optional<Payment> find(String orderId) {
    return table.find(PaymentRow.pk(orderId), PaymentRow.PAYMENT).map(PaymentRow::payment);
  }

  /** The payments of some orders, in the order of their ids; those that aren't are left out. */
  List<Payment> find(List<String> orderIds) {
    return table
        .findAll(orderIds.stream().map(PaymentRow::pk).toList(), PaymentRow.PAYMENT)
        .stream()
        .map(PaymentRow::payment)
        .sorted(Comparator.comparing(Payment::orderId))
        .toList();
  }

  /** A new payment, refused as {@link Changed} if the order has one. */
  Change insert(Payment payment) {
    return table.insert(PaymentRow.of(payment), _ -> new Changed());
  }

  /** The payment as it has become, refused as {@link Changed} if something else became of it. */
  Change replace(Payment seen, Payment next) {
    return table.replace(PaymentRow.of(next), seen.version(), _ -> new Changed());
  }

  /** Somebody else moved the payment between its reading and its writing. */
  static final class Changed extends RuntimeException {
    Changed() {
      super("The payment was moved meanwhile", null, false, false);
    }
  }
}
