package dev.zerotomillions.orders;

import dev.zerotomillions.shared.calls.CallAnswer;
import dev.zerotomillions.shared.testing.FakeServices;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The services that orders call, as small as they can be and yet keep their books. */
final class Neighbours {
  private static final String RESERVATIONS = "/internal/inventory/reservations/";
  private static final String PAYMENTS = "/internal/payments/";

  final FakeServices services = new FakeServices();

  private final Map<String, Long> prices = new LinkedHashMap<>();
  private final Map<String, Long> onHand = new LinkedHashMap<>();
  private final Map<String, Long> reserved = new LinkedHashMap<>();
  private final Map<String, Reservation> reservations = new LinkedHashMap<>();
  private final Map<String, String> payments = new LinkedHashMap<>();
  private final Map<String, Long> taken = new LinkedHashMap<>();

  private record Reservation(String state, Map<String, Long> lines) {}

  Neighbours() {
    services
        .on("GET", "/internal/catalog/prices", this::prices)
        .on("PUT", RESERVATIONS, this::hold)
        .on("POST", RESERVATIONS, this::end)
        .on("PUT", PAYMENTS, this::charge)
        .on("POST", PAYMENTS, this::payBack);
  }

  synchronized void offer(String productId, long price, long stock) {
    prices.put(productId, price);
    onHand.put(productId, stock);
    reserved.put(productId, 0L);
  }

  synchronized void stock(String productId, long stock, long reservedOfIt) {
    onHand.put(productId, stock);
    reserved.put(productId, reservedOfIt);
  }

  synchronized long onHand(String productId) {
    return onHand.getOrDefault(productId, 0L);
  }

  synchronized long reserved(String productId) {
    return reserved.getOrDefault(productId, 0L);
  }

  synchronized long taken() {
    return taken.values().stream().mapToLong(Long::longValue).sum();
  }

  synchronized String payment(String orderId) {
    return payments.getOrDefault(orderId, "NONE");
  }

  synchronized String reservation(String orderId) {
    var reservation = reservations.get(orderId);
    return reservation == null ? "NONE" : reservation.state;
  }

  /** The inventory gives a reservation up by itself. */
  synchronized void expire(String orderId) {
    leaveHeld(orderId, "EXPIRED");
  }

  private synchronized CallAnswer prices(FakeServices.Received call) {
    List<Map<String, ?>> items = new ArrayList<>();
    for (var id : URI.create(call.target()).getQuery().substring("ids=".length()).split(",", -1)) {
      var price = prices.get(id);
      if (price != null) {
        items.add(Map.of("productId", id, "price", Map.of("amount", price, "currency", "EUR")));
      }
    }
    return FakeServices.answer(200, Map.of("items", items));
  }

  private synchronized CallAnswer hold(FakeServices.Received call) {
    var orderId = call.target().substring(RESERVATIONS.length());
    if (!reservations.containsKey(orderId)) {
      Map<String, Long> lines = new LinkedHashMap<>();
      for (var line : list(call.body().get("lines"))) {
        lines.put(String.valueOf(object(line).get("productId")), number(object(line), "quantity"));
      }
      for (var line : lines.entrySet()) {
        long available = onHand(line.getKey()) - reserved(line.getKey());
        if (available < line.getValue()) {
          return FakeServices.problem(
              409, "out-of-stock", Map.of("productId", line.getKey(), "available", available));
        }
      }
      lines.forEach((id, quantity) -> reserved.merge(id, quantity, Long::sum));
      reservations.put(orderId, new Reservation("HELD", lines));
    }
    return state(orderId);
  }

  private synchronized CallAnswer end(FakeServices.Received call) {
    var rest = call.target().substring(RESERVATIONS.length());
    var orderId = rest.substring(0, rest.indexOf('/'));
    boolean commits = rest.endsWith("/commitment");
    if (!commits) {
      reservations.putIfAbsent(orderId, new Reservation("RELEASED", Map.of()));
    }
    leaveHeld(orderId, commits ? "COMMITTED" : "RELEASED");
    return state(orderId);
  }

  private void leaveHeld(String orderId, String end) {
    var reservation = reservations.get(orderId);
    if (reservation != null && reservation.state.equals("HELD")) {
      reservation.lines.forEach(
          (id, quantity) -> {
            reserved.merge(id, -quantity, Long::sum);
            if (end.equals("COMMITTED")) {
              onHand.merge(id, -quantity, Long::sum);
            }
          });
      reservations.put(orderId, new Reservation(end, reservation.lines));
    }
  }

  private CallAnswer state(String orderId) {
    return FakeServices.answer(200, Map.of("orderId", orderId, "state", reservation(orderId)));
  }

  private synchronized CallAnswer charge(FakeServices.Received call) {
    var orderId = call.target().substring(PAYMENTS.length());
    var token = String.valueOf(call.body().get("token"));
    payments.computeIfAbsent(
        orderId, _ -> token.equals("tok_declined") ? "DECLINED" : takenFor(orderId, call.body()));
    return payment(orderId, "generic_decline");
  }

  private String takenFor(String orderId, Map<?, ?> charge) {
    taken.put(orderId, number(object(charge.get("amount")), "amount"));
    return "SUCCEEDED";
  }

  private synchronized CallAnswer payBack(FakeServices.Received call) {
    var rest = call.target().substring(PAYMENTS.length());
    var orderId = rest.substring(0, rest.indexOf('/'));
    payments.merge(orderId, "VOIDED", (was, _) -> was.equals("SUCCEEDED") ? "REFUNDED" : was);
    taken.remove(orderId);
    return payment(orderId, "generic_decline");
  }

  private CallAnswer payment(String orderId, String declineCode) {
    var status = payment(orderId);
    Map<String, Object> body = new LinkedHashMap<>(Map.of("orderId", orderId, "status", status));
    if (status.equals("DECLINED")) {
      body.put("declineCode", declineCode);
    }
    return FakeServices.answer(200, body);
  }

  private static List<?> list(@Nullable Object json) {
    return json instanceof List<?> list ? list : List.of();
  }

  private static Map<?, ?> object(@Nullable Object json) {
    return json instanceof Map<?, ?> object ? object : Map.of();
  }

  private static long number(Map<?, ?> object, String member) {
    return object.get(member) instanceof Number number ? number.longValue() : 0;
  }
}
