package dev.zerotomillions.orders;

import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.auth.TestTokens;
import dev.zerotomillions.shared.events.Event;
import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.EventSchemas;
import dev.zerotomillions.shared.testing.FakeDelivery;
import dev.zerotomillions.shared.testing.InMemoryParameters;
import dev.zerotomillions.shared.testing.TestTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The orders' functions on a table of their own, and the other services as they find them. */
final class OrdersApi {
  static final TestTokens TOKENS = new TestTokens();

  final TestTable orders = TestTable.create();
  final Neighbours neighbours = new Neighbours();
  final FakeDelivery delivery = new FakeDelivery();
  final Api api;

  /** How far the orders' clock is ahead. */
  private volatile Duration ahead = Duration.ZERO;

  OrdersApi() {
    InstantSource clock = () -> Instant.now().plus(ahead);
    api =
        Api.start(
            Map.of(
                "ORDERS_TABLE", orders.name(),
                "CURSOR_KEY_PARAMETER", InMemoryParameters.CURSOR_KEY,
                "JWKS", TOKENS.jwks()),
            new InMemoryParameters(),
            neighbours.services,
            delivery,
            clock);
  }

  void pass(Duration time) {
    ahead = ahead.plus(time);
  }

  void offer(String productId, long price, long onHand) {
    neighbours.offer(productId, price, onHand);
  }

  static Map<String, Object> line(String productId, long quantity, long price) {
    return Map.of(
        "productId", productId,
        "quantity", quantity,
        "unitPrice", Map.of("amount", price, "currency", "EUR"));
  }

  static Map<String, Object> order(Object... lines) {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("lines", List.of(lines));
    order.put("payment", Map.of("token", "tok_visa"));
    order.put("shipTo", address());
    return order;
  }

  static Map<String, Object> address() {
    Map<String, Object> address = new LinkedHashMap<>();
    address.put("name", "Ada Lovelace");
    address.put("street", "12 St James's Square");
    address.put("city", "London");
    address.put("postalCode", "SW1Y 4JH");
    address.put("country", "GB");
    return address;
  }

  ApiRequest as(String customer, ApiRequest request) {
    return as(customer, Role.CUSTOMER, request);
  }

  private ApiRequest as(String user, Role role, ApiRequest request) {
    return request.header(
        "authorization", "Bearer " + TOKENS.issue(user, role, Instant.now().plus(ahead)));
  }

  ApiResponse place(String customer, Object order) {
    return place(customer, order, UUID.randomUUID().toString());
  }

  ApiResponse place(String customer, Object order, String key) {
    return api.send(
        as(customer, ApiRequest.of("POST", "/api/orders").json(order))
            .header("idempotency-key", key));
  }

  ApiResponse cancel(String customer, Object orderId) {
    var target = "/api/orders/" + orderId + "/cancellation";
    return api.send(as(customer, ApiRequest.of("POST", target)));
  }

  ApiResponse refund(Object orderId) {
    var target = "/api/orders/" + orderId + "/refund";
    return api.send(as("usr_admin", Role.ADMINISTRATOR, ApiRequest.of("POST", target)));
  }

  /** Sends an event of a payment, as its outbox would. */
  ApiResponse tell(String type, Object orderId) {
    return api.send(
        ApiRequest.of("POST", "/internal/orders/events")
            .asService()
            .json(
                Map.of(
                    "specversion",
                    "1.0",
                    "id",
                    UUID.randomUUID().toString(),
                    "source",
                    "/payments",
                    "type",
                    type,
                    "subject",
                    orderId,
                    "time",
                    Instant.now().toString(),
                    "dataschema",
                    "https://zerotomillions.dev/events/" + type + "/1",
                    "datacontenttype",
                    "application/json",
                    "data",
                    Map.of("orderId", orderId, "customerId", "usr_1", "newer", true))));
  }

  String status(String customer, @Nullable Object orderId) {
    return String.valueOf(get(customer, "/api/orders/" + orderId).get("status"));
  }

  /** The types of the events that were told of, each of which is as its schema says. */
  List<String> told() {
    delivery.events().forEach(EventSchemas::assertConforms);
    return delivery.events().stream().map(Event::type).toList();
  }

  ApiResponse get(String customer, String target) {
    return api.send(as(customer, ApiRequest.get(target)));
  }
}
