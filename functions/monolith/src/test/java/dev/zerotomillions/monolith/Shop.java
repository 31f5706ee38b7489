package dev.zerotomillions.monolith;

import static java.util.Map.entry;
import static java.util.stream.Collectors.joining;

import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.auth.TestTokens;
import dev.zerotomillions.shared.http.Hmac;
import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.HttpFront;
import dev.zerotomillions.shared.testing.InMemoryFiles;
import dev.zerotomillions.shared.testing.InMemoryParameters;
import dev.zerotomillions.shared.testing.TestTable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A whole shop in one function, the payment provider included, with a product in stock, a customer,
 * and an order of theirs.
 */
public final class Shop {
  /** The payment provider's secret key. */
  public static final String PAYMENT_KEY = "sk_test_shop";

  private static final String WEBHOOK_SECRET = "whsec_shop";
  private static final String EMAIL = "customer@example.com";
  private static final String PASSWORD = "correct horse battery";
  private static final String PRODUCT = "darjeeling";
  private static final long PRICE = 799;
  private static final String SUBSCRIBERS =
      """
      {
        "order.placed": ["/internal/notifications/events"],
        "order.confirmed": ["/internal/notifications/events"],
        "order.cancelled": ["/internal/notifications/events"],
        "order.refunded": ["/internal/notifications/events"],
        "payment.succeeded": ["/internal/orders/events"],
        "payment.declined": ["/internal/orders/events"],
        "payment.refunded": ["/internal/orders/events", "/internal/notifications/events"],
        "user.registered": ["/internal/notifications/events"],
        "user.changed": ["/internal/notifications/events"],
        "user.erased": ["/internal/notifications/events"]
      }
      """;

  private final TestTokens tokens = new TestTokens();
  private final Map<String, TestTable> tables = new TreeMap<>();
  private final InMemoryFiles files = new InMemoryFiles();
  private final InMemoryParameters parameters = new InMemoryParameters();
  private final HttpFront front = HttpFront.open();
  private final Api api;
  private final String order;

  /** How far the shop's clock is ahead. */
  private volatile Duration ahead = Duration.ZERO;

  public Shop() {
    InstantSource clock = () -> Instant.now().plus(ahead);
    parameters.overwrite("/test/signing-key", tokens.key().toJSONString());
    parameters.overwrite("/test/payment-key", PAYMENT_KEY);
    parameters.overwrite("/test/webhook-secret", WEBHOOK_SECRET);
    api =
        Api.start(
            Map.ofEntries(
                entry("SHOP_FUNCTION", "Monolith"),
                entry("USERS_TABLE", table("users")),
                entry("JOBS_TABLE", table("jobs")),
                entry("CATALOG_TABLE", table("catalog")),
                entry("INVENTORY_TABLE", table("inventory")),
                entry("ORDERS_TABLE", table("orders")),
                entry("PAYMENTS_TABLE", table("payments")),
                entry("NOTIFICATIONS_TABLE", table("notifications")),
                entry("SANDBOX_TABLE", table("sandbox")),
                entry("SIGNING_KEY_PARAMETER", "/test/signing-key"),
                entry("CURSOR_KEY_PARAMETER", InMemoryParameters.CURSOR_KEY),
                entry("PAYMENT_KEY_PARAMETER", "/test/payment-key"),
                entry("WEBHOOK_SECRET_PARAMETER", "/test/webhook-secret"),
                entry("PAYMENT_PROVIDER_URL", front.url() + "/sandbox"),
                entry("WEBHOOK_URL", front.url() + "/api/payments/webhook"),
                entry("EVENT_SUBSCRIBERS", SUBSCRIBERS),
                entry("JWKS", tokens.jwks())),
            parameters,
            files,
            clock);
    front.before(api);
    register(EMAIL);
    offer();
    order = String.valueOf(placeOrder().get("id"));
  }

  private String table(String service) {
    return tables.computeIfAbsent(service, _ -> TestTable.create()).name();
  }

  private void register(String email) {
    done(
        ApiRequest.of("POST", "/api/users")
            .json(
                Map.of("email", email, "password", PASSWORD, "name", "A customer", "country", "DE"))
            .header("idempotency-key", "register-" + email));
  }

  private void offer() {
    var price = Map.of("amount", PRICE, "currency", "EUR");
    done(
        ApiRequest.of("PUT", "/api/products/" + PRODUCT)
            .json(Map.of("name", "Tea", "description", "Tea.", "category", "tea", "price", price))
            .header("authorization", "Bearer " + token(Role.ADMINISTRATOR)));
    done(
        ApiRequest.of("POST", "/api/inventory/" + PRODUCT + "/movements")
            .json(Map.of("quantity", 100, "reason", "delivery"))
            .header("authorization", "Bearer " + token(Role.ADMINISTRATOR))
            .header("idempotency-key", "offer"));
  }

  private ApiResponse placeOrder() {
    var line =
        Map.of(
            "productId",
            PRODUCT,
            "quantity",
            1,
            "unitPrice",
            Map.of("amount", PRICE, "currency", "EUR"));
    Map<String, Object> address = new LinkedHashMap<>();
    for (var field : new String[] {"name", "street", "city", "postalCode"}) {
      address.put(field, "Somewhere");
    }
    address.put("country", "DE");
    return done(
        ApiRequest.of("POST", "/api/orders")
            .json(
                Map.of(
                    "lines",
                    List.of(line),
                    "payment",
                    Map.of("token", "tok_visa"),
                    "shipTo",
                    address))
            .header("authorization", "Bearer " + token(Role.CUSTOMER))
            .header("idempotency-key", "order"));
  }

  private ApiResponse done(ApiRequest request) {
    var answer = api.send(request);
    if (answer.status() != 201) {
      throw new AssertionError(request + " was answered with " + answer);
    }
    return answer;
  }

  /** All that the table of a service holds, as text. */
  String stored(String service) {
    var table = Objects.requireNonNull(tables.get(service), service);
    return TestTable.client()
        .scanPaginator(scan -> scan.tableName(table.name()).consistentRead(true))
        .items()
        .stream()
        .map(Object::toString)
        .collect(joining("\n"));
  }

  /** The services that have a table. */
  Set<String> services() {
    return tables.keySet();
  }

  InMemoryFiles files() {
    return files;
  }

  String order() {
    return order;
  }

  public Api api() {
    return api;
  }

  public String token(Role role) {
    return tokens.issue("usr_" + role.label(), role, Instant.now().plus(ahead));
  }

  /** How the payment provider signs a webhook with the body. */
  public static String signature(String body) {
    long now = Instant.now().getEpochSecond();
    var signed = (now + "." + body).getBytes(StandardCharsets.UTF_8);
    return "t=" + now + ",v1=" + Hmac.hex(WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), signed);
  }

  void pass(Duration time) {
    ahead = ahead.plus(time);
  }

  /** Sends an event after filling in its placeholders, as {@code scripts/invoke} does. */
  ApiResponse send(String event) {
    return fill(event.replace("${TOKEN}", token(Role.CUSTOMER)), EMAIL);
  }

  /** Invokes the function with an event that is no request. */
  String invoke(byte[] event) {
    return new String(api.invoke(event), StandardCharsets.UTF_8);
  }

  /** The same as a customer who is not needed afterwards, and who has a session. */
  ApiResponse sendAsNewcomer(String event) {
    var email = UUID.randomUUID() + "@example.com";
    register(email);
    var session =
        done(
            ApiRequest.of("POST", "/api/sessions")
                .json(Map.of("email", email, "password", PASSWORD)));
    return fill(
        event
            .replace("${TOKEN}", String.valueOf(session.get("accessToken")))
            .replace("${REFRESH_TOKEN}", String.valueOf(session.get("refreshToken"))),
        email);
  }

  private ApiResponse fill(String event, String email) {
    var filled =
        event
            .replace("${ADMIN_TOKEN}", token(Role.ADMINISTRATOR))
            .replace("${EMAIL}", email)
            .replace("${PASSWORD}", PASSWORD)
            .replace("${NEW_EMAIL}", UUID.randomUUID() + "@example.com")
            .replace("${PRODUCT}", PRODUCT)
            .replace("${PRICE}", Long.toString(PRICE))
            .replace("${ORDER}", order)
            .replace("${UUID}", UUID.randomUUID().toString());
    return ApiResponse.read(api.invoke(filled.getBytes(StandardCharsets.UTF_8)));
  }
}
