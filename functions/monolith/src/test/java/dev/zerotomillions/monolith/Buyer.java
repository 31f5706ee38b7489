package dev.zerotomillions.monolith;

import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A customer who orders in a shop, and the administrator who serves them. */
public final class Buyer {
  static final String NAME = "Zebedee Quillfeather";
  static final String STREET = "77 Unmistakable Lane";
  static final String CITY = "Nowhereham";

  static final String PASSWORD = "correct horse battery";

  private final Shop shop;
  private final Supplier<String> token;

  public Buyer(Shop shop) {
    this(shop, () -> shop.token(Role.CUSTOMER));
  }

  private Buyer(Shop shop, Supplier<String> token) {
    this.shop = shop;
    this.token = token;
  }

  /** A buyer of this name with an account and a session. */
  static Buyer registered(Shop shop, String email, String name) {
    var user = Map.of("email", email, "password", PASSWORD, "name", name, "country", "GB");
    shop.api()
        .send(
            ApiRequest.of("POST", "/api/users")
                .json(user)
                .header("idempotency-key", UUID.randomUUID().toString()));
    var session =
        shop.api()
            .send(
                ApiRequest.of("POST", "/api/sessions")
                    .json(Map.of("email", email, "password", PASSWORD)));
    var token = String.valueOf(session.get("accessToken"));
    return new Buyer(shop, () -> token);
  }

  public void offer(String productId, long price, int quantity) {
    var product =
        Map.of(
            "name",
            "A thing",
            "description",
            "Of use.",
            "category",
            "things",
            "price",
            money(price));
    administer(ApiRequest.of("PUT", "/api/products/" + productId).json(product));
    administer(
        ApiRequest.of("POST", "/api/inventory/" + productId + "/movements")
            .json(Map.of("quantity", quantity, "reason", "delivery"))
            .header("idempotency-key", UUID.randomUUID().toString()));
  }

  ApiResponse order(String productId, int quantity, long price, String token) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("productId", productId);
    line.put("quantity", quantity);
    line.put("unitPrice", money(price));
    var shipTo =
        Map.of("name", NAME, "street", STREET, "city", CITY, "postalCode", "ZQ1", "country", "GB");
    var order = Map.of("lines", List.of(line), "payment", Map.of("token", token), "shipTo", shipTo);
    return send(
        ApiRequest.of("POST", "/api/orders")
            .json(order)
            .header("idempotency-key", UUID.randomUUID().toString()));
  }

  ApiResponse cancel(@Nullable Object orderId) {
    return send(ApiRequest.of("POST", "/api/orders/" + orderId + "/cancellation"));
  }

  ApiResponse refund(@Nullable Object orderId) {
    return administer(ApiRequest.of("POST", "/api/orders/" + orderId + "/refund"));
  }

  String status(@Nullable Object orderId) {
    return status("/api/orders/" + orderId);
  }

  String payment(@Nullable Object orderId) {
    return status("/api/payments/" + orderId);
  }

  private String status(String target) {
    return String.valueOf(send(ApiRequest.get(target)).get("status"));
  }

  /** How many are on hand, and how many of them are put aside. */
  List<Object> stock(String productId) {
    var stock = send(ApiRequest.get("/api/inventory/" + productId)).json();
    return List.of(String.valueOf(stock.get("onHand")), String.valueOf(stock.get("reserved")));
  }

  /** Asks for everything that the shop knows of the buyer. */
  ApiResponse export() {
    return send(
        ApiRequest.of("POST", "/api/users/me/exports")
            .header("idempotency-key", UUID.randomUUID().toString()));
  }

  ApiResponse job(@Nullable Object jobId) {
    return send(ApiRequest.get("/api/jobs/" + jobId));
  }

  ApiResponse send(ApiRequest request) {
    return shop.api().send(request.header("authorization", "Bearer " + token.get()));
  }

  private ApiResponse administer(ApiRequest request) {
    return shop.api()
        .send(request.header("authorization", "Bearer " + shop.token(Role.ADMINISTRATOR)));
  }

  private static Map<String, Object> money(long amount) {
    return Map.of("amount", amount, "currency", "EUR");
  }
}
