package dev.zerotomillions.e2e;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * A customer who wants orders placed whatever happens: each failed try is repeated under the same
 * idempotency key, and an access token that has expired is replaced, as a good client does.
 */
final class Shopper {
  private static final Set<Integer> TRY_AGAIN = Set.of(429, 500, 502, 503, 504);
  private static final int MOST_TRIES = 200;
  private static final long FIRST_PAUSE_MILLIS = 250;
  private static final long LONGEST_PAUSE_MILLIS = 8000;
  private static final String PASSWORD = "correct horse battery";

  private final Client anyone;
  private final String email;
  private final Random random;
  private final List<String> orders = new ArrayList<>();
  private Client client;
  private int repeated;

  private Shopper(Client anyone, String email, long seed) {
    this.anyone = anyone;
    this.email = email;
    this.random = new Random(seed);
    this.client = anyone;
  }

  static Shopper register(Client anyone, long seed) throws IOException, InterruptedException {
    var shopper = new Shopper(anyone, "shopper-%s@example.com".formatted(UUID.randomUUID()), seed);
    var registered = anyone.register(shopper.email, PASSWORD);
    if (registered.status() != 201) {
      throw new AssertionError("Not registered: " + registered);
    }
    shopper.client = anyone.logIn(shopper.email, PASSWORD);
    return shopper;
  }

  /** The ids of the orders placed, whatever became of them. */
  List<String> orders() {
    return orders;
  }

  /** How many tries failed and were repeated. */
  int repeated() {
    return repeated;
  }

  void place(String body) throws IOException, InterruptedException {
    var key = UUID.randomUUID().toString();
    var answer = persistently(() -> client.post("/orders", body, key));
    var id = answer.body().path(answer.status() < 300 ? "id" : "orderId").asText();
    if (id.isEmpty()) {
      throw new AssertionError("Neither an order nor a refusal of one: " + answer);
    }
    orders.add(id);
  }

  Client.Answer look(String orderId) throws IOException, InterruptedException {
    return persistently(() -> client.get("/orders/" + orderId));
  }

  @FunctionalInterface
  private interface Call {
    Client.Answer send() throws IOException, InterruptedException;
  }

  private Client.Answer persistently(Call call) throws IOException, InterruptedException {
    for (int tries = 1; ; tries++) {
      var answer = call.send();
      if (answer.status() == 401) {
        client = anyone.logIn(email, PASSWORD);
      } else if (!TRY_AGAIN.contains(answer.status())) {
        return answer;
      }
      if (tries == MOST_TRIES) {
        throw new AssertionError("Still failing after " + tries + " tries: " + answer);
      }
      repeated++;
      Thread.sleep(Duration.ofMillis(random.nextLong(1, longestPause(tries))));
    }
  }

  /**
   * Doubles with each try, so that a crowd of clients leaves a slow shop the time to serve them.
   */
  private static long longestPause(int tries) {
    return Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(tries, 10));
  }
}
