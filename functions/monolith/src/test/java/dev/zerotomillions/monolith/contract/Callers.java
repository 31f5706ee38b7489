package dev.zerotomillions.monolith.contract;

import dev.zerotomillions.monolith.Shop;
import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.testing.ApiRequest;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Who asks: a customer with an account, an administrator, a service of ours, the provider. */
final class Callers {
  private static final String PASSWORD = "correct horse battery";

  private final Shop shop;
  private final Known known;
  private String customer = "";

  Callers(Shop shop, Known known) {
    this.shop = shop;
    this.known = known;
    renew();
  }

  /** Takes another customer, as the one before was erased or logged out. */
  void renew() {
    var email = UUID.randomUUID() + "@example.com";
    shop.api()
        .send(
            ApiRequest.of("POST", "/api/users")
                .json(Map.of("email", email, "password", PASSWORD, "name", "Ada", "country", "GB"))
                .header("idempotency-key", email));
    var session =
        shop.api()
            .send(
                ApiRequest.of("POST", "/api/sessions")
                    .json(Map.of("email", email, "password", PASSWORD)));
    customer = String.valueOf(session.get("accessToken"));
    known.add("email", email);
    known.add("refreshToken", String.valueOf(session.get("refreshToken")));
  }

  /** Lets the request come from whom the operation is for. */
  void authorize(Operation operation, Attempt attempt) {
    attempt.service(operation.wants("iam"));
    if (operation.wants("bearer")) {
      attempt.header("authorization", "Bearer " + token(operation));
    } else if (operation.wants("secretKey")) {
      attempt.header("authorization", "Bearer " + Shop.PAYMENT_KEY);
    }
  }

  private String token(Operation operation) {
    return operation.tells(403) ? shop.token(Role.ADMINISTRATOR) : customer;
  }

  /** Lets it come from somebody else. */
  void misauthorize(Operation operation, Attempt attempt, Random random) {
    boolean isForAll =
        !operation.wants("iam") && !operation.wants("bearer") && !operation.wants("secretKey");
    attempt.service(false);
    attempt.withoutHeader("authorization");
    attempt.allow("caller", isForAll);
    switch (random.nextInt(6)) {
      case 0 -> attempt.header("authorization", "Bearer x.y.z");
      case 1 -> attempt.header("authorization", "Basic YTpi");
      case 2 -> attempt.header("authorization", "Bearer ");
      case 3 -> attempt.header("authorization", "Bearer " + "x".repeat(9_000));
      case 4 -> {
        if (operation.tells(403) || !operation.wants("bearer")) {
          attempt.header("authorization", "Bearer " + customer);
        }
      }
      default -> {
        // Nobody.
      }
    }
  }
}
