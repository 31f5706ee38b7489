package dev.zerotomillions.orders;

import dev.zerotomillions.orders.Outcome.Committed;
import dev.zerotomillions.orders.Outcome.Held;
import dev.zerotomillions.orders.Outcome.OutOfStock;
import dev.zerotomillions.orders.Outcome.Released;
import dev.zerotomillions.orders.Outcome.StockGone;
import dev.zerotomillions.orders.Outcome.Unknown;
import dev.zerotomillions.shared.calls.CallAnswer;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.calls.ServiceCall;
import dev.zerotomillions.shared.calls.ServiceCalls;
import dev.zerotomillions.shared.calls.UnexpectedAnswer;
import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.util.List;

/** The inventory service, called for its reservations. */
@Singleton
class InventoryService implements Reservations {
  private final ServiceCalls calls;

  InventoryService(ServiceCalls calls) {
    this.calls = calls;
  }

  @Introspected
  record Wanted(List<Line> lines) {}

  @Introspected
  record Line(String productId, int quantity) {}

  /** A reservation, of which no more than its state is of interest. */
  @Introspected
  record Standing(String state) {}

  /** Why nothing was put aside. */
  @Introspected
  record Lack(String productId, long available) {}

  @Override
  public Outcome hold(Order order, Deadline deadline) {
    var lines =
        order.lines().stream().map(line -> new Line(line.productId(), line.quantity())).toList();
    var answer = send(ServiceCall.put(path(order.id()), new Wanted(lines)), deadline);
    if (answer.problem().filter("out-of-stock"::equals).isPresent()) {
      var lack = answer.as(Lack.class);
      return new OutOfStock(lack.productId(), lack.available());
    }
    return switch (state(answer)) {
      case "HELD", "COMMITTED" -> new Held();
      case "RELEASED", "EXPIRED" -> new StockGone();
      default -> throw new UnexpectedAnswer(answer);
    };
  }

  @Override
  public Outcome commit(String orderId, Deadline deadline) {
    var answer = send(ServiceCall.post(path(orderId) + "/commitment"), deadline);
    return switch (state(answer)) {
      case "COMMITTED" -> new Committed();
      case "RELEASED", "EXPIRED" -> new StockGone();
      case "HELD" -> new Unknown();
      default -> throw new UnexpectedAnswer(answer);
    };
  }

  @Override
  public Outcome release(String orderId, Deadline deadline) {
    var answer = send(ServiceCall.post(path(orderId) + "/release"), deadline);
    return switch (state(answer)) {
      case "RELEASED", "EXPIRED" -> new Released();
      case "COMMITTED" -> new Committed();
      case "HELD" -> new Unknown();
      default -> throw new UnexpectedAnswer(answer);
    };
  }

  private CallAnswer send(ServiceCall call, Deadline deadline) {
    return calls.to("inventory").send(call, deadline);
  }

  private static String state(CallAnswer answer) {
    if (!answer.isSuccess()) {
      throw new UnexpectedAnswer(answer);
    }
    return answer.as(Standing.class).state();
  }

  private static String path(String orderId) {
    return "/internal/inventory/reservations/" + orderId;
  }
}
