package dev.zerotomillions.orders;

import dev.zerotomillions.shared.data.Money;
import dev.zerotomillions.shared.problem.FieldError;
import dev.zerotomillions.shared.problem.ValidationFailed;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a customer wants to buy. */
@Introspected
record NewOrder(
    @Size(min = 1, max = NewOrder.MOST_LINES) List<OrderLine> lines,
    PaymentMethod payment,
    ShippingAddress shipTo) {

  /** As many as the inventory puts aside, and the catalogue prices, in one go. */
  static final int MOST_LINES = 30;

  NewOrder {
    lines = List.copyOf(lines);
    List<FieldError> errors = new ArrayList<>();
    Set<String> products = new HashSet<>();
    var currency = lines.getFirst().unitPrice().currency();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (!products.add(line.productId())) {
        errors.add(
            new FieldError("lines[" + i + "].productId", "appears twice; add up the quantities"));
      }
      if (!line.unitPrice().currency().equals(currency)) {
        errors.add(
            new FieldError("lines[" + i + "].unitPrice.currency", "must be that of the others"));
      }
    }
    if (sum(lines) > Money.MAX) {
      errors.add(new FieldError("lines", "must cost no more than " + Money.MAX + " in all"));
    }
    if (!errors.isEmpty()) {
      throw new ValidationFailed(errors);
    }
  }

  Money total() {
    return new Money(sum(lines), lines.getFirst().unitPrice().currency());
  }

  /** Can't overflow: 30 lines of 1,000 times the highest price are 3 * 10^16. */
  private static long sum(List<OrderLine> lines) {
    return lines.stream().mapToLong(line -> line.unitPrice().amount() * line.quantity()).sum();
  }
}
