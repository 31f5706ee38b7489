package dev.zerotomillions.orders;

import dev.zerotomillions.shared.data.Money;
import dev.zerotomillions.shared.data.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order as a row of the orders' table. */
final class OrderRow {
  static final String ORDER = "ORDER";

  private OrderRow() {}

  static String pk(String id) {
    return "ORDER#" + id;
  }

  /** The partition of the index that lists a customer's orders. */
  static String customer(String customerId) {
    return "CUSTOMER#" + customerId;
  }

  static Row of(Tracked tracked) {
    return refused(of(tracked.order()), tracked.order().refusal())
        .with("attempts", tracked.attempts())
        .with("nextAttemptAt", tracked.nextAttemptAt());
  }

  private static Row of(Order order) {
    var reason = order.reason();
    var shipTo = order.shipTo();
    return Row.of(pk(order.id()), ORDER)
        .with("gsi1pk", customer(order.customerId()))
        .with("gsi1sk", order.id())
        .with("id", order.id())
        .with("customerId", order.customerId())
        .with("status", order.status().name())
        .with("reason", reason == null ? null : reason.name())
        .with("lines", order.lines().stream().map(OrderRow::line).toList())
        .with("totalAmount", order.total().amount())
        .with("currency", order.total().currency())
        .with("paymentToken", order.payment().token())
        .with("shipToName", shipTo.name())
        .with("shipToStreet", shipTo.street())
        .with("shipToCity", shipTo.city())
        .with("shipToPostalCode", shipTo.postalCode())
        .with("shipToCountry", shipTo.country())
        .with("history", order.history().stream().map(OrderRow::change).toList())
        .with("version", order.version())
        .with("createdAt", order.createdAt());
  }

  private static Row refused(Row row, @Nullable Refusal refusal) {
    if (refusal == null) {
      return row;
    }
    var available = refusal.available();
    var told =
        row.with("refusedProductId", refusal.productId())
            .with("declineCode", refusal.declineCode());
    return available == null ? told : told.with("availableThen", available);
  }

  private static Row line(OrderLine line) {
    return Row.empty()
        .with("productId", line.productId())
        .with("quantity", line.quantity())
        .with("priceAmount", line.unitPrice().amount());
  }

  private static Row change(StatusChange change) {
    return Row.empty().with("status", change.status().name()).with("at", change.at());
  }

  static Tracked tracked(Row row) {
    return new Tracked(
        order(row),
        row.optionalNumber("attempts").orElse(0L).intValue(),
        row.optionalText("nextAttemptAt").map(Instant::parse).orElse(row.time("createdAt")));
  }

  static Order order(Row row) {
    var currency = row.text("currency");
    return new Order(
        row.text("id"),
        row.text("customerId"),
        OrderStatus.valueOf(row.text("status")),
        row.optionalText("reason").map(Reason::valueOf).orElse(null),
        refusal(row),
        row.rows("lines").stream().map(line -> line(line, currency)).toList(),
        new Money(row.number("totalAmount"), currency),
        new PaymentMethod(row.text("paymentToken")),
        new ShippingAddress(
            row.text("shipToName"),
            row.text("shipToStreet"),
            row.text("shipToCity"),
            row.text("shipToPostalCode"),
            row.text("shipToCountry")),
        row.rows("history").stream().map(OrderRow::change).toList(),
        row.number("version"),
        row.time("createdAt"));
  }

  private static @Nullable Refusal refusal(Row row) {
    return row.optionalText("refusedProductId")
        .map(productId -> Refusal.lack(productId, row.number("availableThen")))
        .orElseGet(() -> Refusal.declined(row.optionalText("declineCode").orElse(null)));
  }

  private static OrderLine line(Row row, String currency) {
    return new OrderLine(
        row.text("productId"),
        (int) row.number("quantity"),
        new Money(row.number("priceAmount"), currency));
  }

  private static StatusChange change(Row row) {
    return new StatusChange(OrderStatus.valueOf(row.text("status")), row.time("at"));
  }
}
