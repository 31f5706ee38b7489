package dev.zerotomillions.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Orders under fire: processes of functions are killed at random and the payment provider fails a
 * fifth of its calls, and yet money, stock and messages add up. {@code scripts/drill kills} runs it
 * for as long as one likes.
 */
class ChaosTest {
  private static final int ORDERS = setting("ORDERS", 100);
  private static final int CLIENTS = setting("CLIENTS", 10);
  private static final int ORDERS_PER_KILL = 7;
  private static final long SEED = setting("SEED", 42);
  private static final String PHASE = String.valueOf(setting("PHASE", 0));
  private static final Set<String> SETTLED = Set.of("CONFIRMED", "CANCELLED", "REFUNDED");

  @TempDir Path data;

  @Test
  void everyOrderIsSettled_andMoneyStockAndMessagesAddUp()
      throws IOException, InterruptedException, ExecutionException {
    try (var shop = RunningShop.up(data, "--phase", PHASE)) {
      var anyone = shop.client();
      anyone.logInAs(shop.outputs().path("admin")).deliver("notebook-a5", 3 * ORDERS);
      var before = Ledger.stock(anyone);
      var shoppers = shoppers(anyone);
      var killer = new ProcessKiller(shop.emulator(), ORDERS_PER_KILL, SEED);

      shopUnderFire(shoppers, killer);
      var settled = settle(shoppers);
      System.out.printf(
          "%d orders of %d clients in phase %s; %d processes killed, %d tries repeated; %s%n",
          settled.size(), CLIENTS, PHASE, killer.killed(), repeated(shoppers), outcomes(settled));
      assertEquals(ORDERS, settled.size());
      assertTrue(killer.killed() >= ORDERS / ORDERS_PER_KILL / 2, killer.killed() + " killed");
      new Ledger(shop, settled.values()).balances(before);
    }
  }

  private static List<Shopper> shoppers(Client anyone) throws IOException, InterruptedException {
    List<Shopper> shoppers = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      shoppers.add(Shopper.register(anyone, SEED + i));
    }
    return shoppers;
  }

  private static void shopUnderFire(List<Shopper> shoppers, ProcessKiller killer)
      throws InterruptedException, ExecutionException {
    List<Callable<Shopper>> shopping = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      int client = i;
      shopping.add(
          () -> {
            for (int n = client; n < ORDERS; n += CLIENTS) {
              shoppers.get(client).place(wish(n));
              killer.event();
            }
            return shoppers.get(client);
          });
    }
    Together.all(shopping);
  }

  /** One order in ten is declined, and the oak stools run out. */
  private static String wish(int n) {
    var token = n % 10 == 0 ? "tok_declined" : "tok_flaky_20";
    var body =
        n % 4 == 0
            ? Client.order("oak-stool", 1, 11900)
            : Client.order("notebook-a5", 1 + n % 3, 1290);
    return body.replace("tok_visa", token);
  }

  /** Waits until each order has come to an end, and gives them by id. */
  private static Map<String, JsonNode> settle(List<Shopper> shoppers)
      throws IOException, InterruptedException {
    Map<String, JsonNode> settled = new HashMap<>();
    int placed = shoppers.stream().mapToInt(shopper -> shopper.orders().size()).sum();
    for (int round = 0; ; round++) {
      for (var shopper : shoppers) {
        for (var id : shopper.orders()) {
          if (!settled.containsKey(id)) {
            var order = shopper.look(id).body();
            if (SETTLED.contains(order.path("status").asText())) {
              settled.put(id, order);
            }
          }
        }
      }
      if (settled.size() == placed) {
        return settled;
      }
      assertTrue(
          round < 300, "%d orders of %d never ended".formatted(placed - settled.size(), placed));
      Thread.sleep(Duration.ofSeconds(2));
    }
  }

  private static int repeated(List<Shopper> shoppers) {
    return shoppers.stream().mapToInt(Shopper::repeated).sum();
  }

  private static Map<String, Integer> outcomes(Map<String, JsonNode> settled) {
    Map<String, Integer> outcomes = new HashMap<>();
    settled
        .values()
        .forEach(order -> outcomes.merge(order.path("status").asText(), 1, Integer::sum));
    return outcomes;
  }

  private static int setting(String name, int otherwise) {
    var value = System.getenv(name);
    return value == null ? otherwise : Integer.parseInt(value);
  }
}
