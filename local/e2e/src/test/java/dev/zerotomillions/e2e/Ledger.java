package dev.zerotomillions.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The books of the shop: what its services and the payment provider have written, added up. */
final class Ledger {
  static final List<String> PRODUCTS = List.of("oak-stool", "notebook-a5");

  private final RunningShop shop;
  private final List<JsonNode> orders;

  Ledger(RunningShop shop, Collection<JsonNode> settled) {
    this.shop = shop;
    this.orders = List.copyOf(settled);
  }

  /** How many of each product are on hand. */
  static Map<String, Long> stock(Client anyone) throws IOException, InterruptedException {
    Map<String, Long> onHand = new HashMap<>();
    for (var product : PRODUCTS) {
      onHand.put(product, anyone.get("/inventory/" + product).body().path("onHand").asLong());
    }
    return onHand;
  }

  /** Compares what was sold with the money taken, the stock left and the messages written. */
  void balances(Map<String, Long> before) throws IOException, InterruptedException {
    try (var records = shop.records()) {
      moneyIsTakenOnceForEachOrderConfirmed(records);
      stockLeftIsWhatWasThereLessWhatWasSold(records, before);
      eachCustomerIsToldOnceOfWhatBecameOfTheirOrder(records);
    }
  }

  private void moneyIsTakenOnceForEachOrderConfirmed(Records records) {
    var kept =
        records.of("Sandbox", "INTENT#").stream()
            .filter(intent -> intent.text("status").equals("SUCCEEDED"))
            .filter(intent -> intent.number("amountRefunded") < intent.number("amount"))
            .toList();
    assertEquals(confirmed().count(), kept.size(), "charges kept");
    assertEquals(
        confirmed().mapToLong(order -> order.path("total").path("amount").asLong()).sum(),
        kept.stream()
            .mapToLong(intent -> intent.number("amount") - intent.number("amountRefunded"))
            .sum(),
        "money kept");
  }

  private void stockLeftIsWhatWasThereLessWhatWasSold(Records records, Map<String, Long> before)
      throws IOException, InterruptedException {
    var reservations = records.of("Inventory", "RESERVATION#");
    assertEquals(0, inState(reservations, "HELD"), "reservations held");
    assertEquals(confirmed().count(), inState(reservations, "COMMITTED"), "reservations committed");
    for (var product : PRODUCTS) {
      var stock = shop.client().get("/inventory/" + product).body();
      long moved =
          records.of("Inventory", "STOCK#" + product).stream()
              .filter(row -> row.text("sk").startsWith("MOVEMENT#"))
              .mapToLong(row -> row.number("quantity"))
              .sum();
      assertEquals(0, stock.path("reserved").asLong(), product + " reserved");
      assertEquals(
          before.getOrDefault(product, 0L) - sold(product),
          stock.path("onHand").asLong(),
          product + " on hand");
      assertEquals(moved, stock.path("onHand").asLong(), product + "'s movements");
    }
  }

  private void eachCustomerIsToldOnceOfWhatBecameOfTheirOrder(Records records)
      throws InterruptedException {
    awaitDelivery(records);
    Map<String, Integer> messages = new HashMap<>();
    for (var row : records.of("Notifications", "RECIPIENT#")) {
      if (row.text("sk").startsWith("MESSAGE#")) {
        messages.merge(row.text("orderId") + " " + row.text("eventType"), 1, Integer::sum);
      }
    }
    Map<String, Integer> expected = new HashMap<>();
    for (var order : orders) {
      var id = order.path("id").asText();
      expected.put(id + " order.placed", 1);
      boolean sold = order.path("status").asText().equals("CONFIRMED");
      expected.put(id + (sold ? " order.confirmed" : " order.cancelled"), 1);
    }
    // Whether money had been taken before an order was cancelled is the provider's luck.
    messages.keySet().removeIf(message -> message.endsWith(" payment.refunded"));
    assertEquals(expected, messages, "messages");
  }

  /** What functions could not deliver before they were killed is relayed each minute. */
  private static void awaitDelivery(Records records) throws InterruptedException {
    for (int i = 0; i < 120; i++) {
      int left = 0;
      for (var service : List.of("Users", "Orders", "Payments")) {
        left += records.of(service, "OUTBOX#").size();
        assertEquals(0, records.of(service, "DEADEVENT#").size(), service + "'s dead events");
      }
      if (left == 0) {
        return;
      }
      Thread.sleep(Duration.ofSeconds(5));
    }
    throw new AssertionError("Events are still undelivered");
  }

  private Stream<JsonNode> confirmed() {
    return orders.stream().filter(order -> order.path("status").asText().equals("CONFIRMED"));
  }

  private long sold(String product) {
    return confirmed()
        .flatMap(order -> StreamSupport.stream(order.path("lines").spliterator(), false))
        .filter(line -> line.path("productId").asText().equals(product))
        .mapToLong(line -> line.path("quantity").asLong())
        .sum();
  }

  private static long inState(List<Records.Row> reservations, String state) {
    return reservations.stream().filter(row -> row.text("reservationState").equals(state)).count();
  }
}
