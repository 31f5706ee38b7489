package dev.zerotomillions.orders;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.calls.ServiceCall;
import dev.zerotomillions.shared.calls.ServiceCalls;
import dev.zerotomillions.shared.calls.UnexpectedAnswer;
import dev.zerotomillions.shared.data.Money;
import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The catalogue service, called for its prices. */
@Singleton
class Prices {
  private final ServiceCalls calls;

  Prices(ServiceCalls calls) {
    this.calls = calls;
  }

  @Introspected
  record PriceList(List<Price> items) {}

  @Introspected
  record Price(String productId, Money price) {}

  /**
   * Sees whether every product costs what its line says.
   *
   * @throws UnknownProduct if there is no such product
   * @throws PriceChanged if it costs something else
   * @throws dev.zerotomillions.shared.calls.CalleeUnavailable if the catalogue gives no answer
   */
  void check(List<OrderLine> lines, Deadline deadline) {
    var current = current(lines, deadline);
    for (var line : lines) {
      var price = current.get(line.productId());
      if (price == null) {
        throw new UnknownProduct(line.productId());
      }
      if (!price.equals(line.unitPrice())) {
        throw new PriceChanged(line, price);
      }
    }
  }

  private Map<String, Money> current(List<OrderLine> lines, Deadline deadline) {
    var ids = lines.stream().map(OrderLine::productId).collect(joining(","));
    var call = ServiceCall.get("/internal/catalog/prices?ids=" + ids);
    var answer = calls.to("catalog").send(call, deadline);
    if (!answer.isSuccess()) {
      throw new UnexpectedAnswer(answer);
    }
    return answer.as(PriceList.class).items().stream()
        .collect(toMap(Price::productId, Price::price));
  }
}
