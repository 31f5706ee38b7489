package dev.zerotomillions.payments;

import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.auth.TestTokens;
import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.FakeDelivery;
import dev.zerotomillions.shared.testing.InMemoryParameters;
import dev.zerotomillions.shared.testing.TestTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The payments' function on a table of its own, and the sandbox as its provider. */
final class PaymentsApi implements AutoCloseable {
  static final TestTokens TOKENS = new TestTokens();
  static final String KEY = "sk_test_secret";
  static final String SECRET = "whsec_secret";
  static final String KEY_PARAMETER = "/test/payment-key";
  static final String SECRET_PARAMETER = "/test/webhook-secret";
  static final long PRICE = 1999;
  private static final Duration LONGER_THAN_THE_PROVIDER_IS_LEFT_ALONE = Duration.ofSeconds(6);

  final TestTable table = TestTable.create();
  final FakeDelivery delivery = new FakeDelivery();
  final InMemoryParameters parameters = new InMemoryParameters();
  final Sandbox sandbox;
  final Api api;

  /** How far the clocks of both services are ahead. */
  private volatile Duration ahead = Duration.ZERO;

  private final InstantSource clock = () -> Instant.now().plus(ahead);

  PaymentsApi(Object... beans) {
    parameters.overwrite(KEY_PARAMETER, KEY);
    parameters.overwrite(SECRET_PARAMETER, SECRET);
    sandbox = new Sandbox(parameters, clock);
    List<Object> all = new ArrayList<>(List.of(parameters, clock, delivery));
    all.addAll(List.of(beans));
    api = Api.start(variables(sandbox.url()), all.toArray());
  }

  private Map<String, String> variables(String provider) {
    return Map.of(
        "PAYMENTS_TABLE", table.name(),
        "PAYMENT_PROVIDER_URL", provider,
        "PAYMENT_KEY_PARAMETER", KEY_PARAMETER,
        "WEBHOOK_SECRET_PARAMETER", SECRET_PARAMETER,
        "JWKS", TOKENS.jwks());
  }

  static String newOrder() {
    return "ord_0a1_" + UUID.randomUUID();
  }

  Instant now() {
    return clock.instant();
  }

  void pass(Duration time) {
    ahead = ahead.plus(time);
  }

  static Map<String, Object> charge(String token) {
    return charge("usr_1", PRICE, token);
  }

  static Map<String, Object> charge(String customer, long amount, String token) {
    Map<String, Object> charge = new LinkedHashMap<>();
    charge.put("customerId", customer);
    charge.put("amount", Map.of("amount", amount, "currency", "EUR"));
    charge.put("token", token);
    return charge;
  }

  ApiResponse charge(String orderId, String token) {
    return charge(orderId, charge(token));
  }

  ApiResponse charge(String orderId, Object body) {
    return api.send(chargeRequest(orderId, body));
  }

  static ApiRequest chargeRequest(String orderId, Object body) {
    return ApiRequest.of("PUT", "/internal/payments/" + orderId).json(body).asService();
  }

  ApiResponse giveBack(String orderId) {
    return api.send(ApiRequest.of("POST", "/internal/payments/" + orderId + "/refund").asService());
  }

  /** Charges until the provider gives an answer. */
  ApiResponse chargeUntilAnswered(String orderId, String token) {
    for (int i = 0; i < 100; i++) {
      var answer = charge(orderId, token);
      if (answer.status() != 503) {
        return answer;
      }
      pass(LONGER_THAN_THE_PROVIDER_IS_LEFT_ALONE);
    }
    throw new AssertionError("No charge of " + orderId + " was answered");
  }

  /** Gives back until the provider gives an answer. */
  ApiResponse giveBackUntilAnswered(String orderId) {
    for (int i = 0; i < 100; i++) {
      var answer = giveBack(orderId);
      if (answer.status() != 503) {
        return answer;
      }
      pass(LONGER_THAN_THE_PROVIDER_IS_LEFT_ALONE);
    }
    throw new AssertionError("No return of " + orderId + " was answered");
  }

  ApiResponse get(String customer, String orderId) {
    return api.send(
        ApiRequest.get("/api/payments/" + orderId)
            .header("authorization", "Bearer " + TOKENS.issue(customer, Role.CUSTOMER, now())));
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
