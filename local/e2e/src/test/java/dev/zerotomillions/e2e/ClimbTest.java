package dev.zerotomillions.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The climb from phase 0 to 1 and 4 and back, under load. */
class ClimbTest {
  @TempDir Path data;

  @Test
  void climbAndDescent_failNoRequest_andLoseNothing() throws IOException, InterruptedException {
    try (var shop = RunningShop.up(data)) {
      var customer = shop.client().register();
      var placed = customer.place(Client.order("enamel-mug", 1, 1650));
      assertEquals(201, placed.status(), placed.toString());

      var load = new Load(shop.client());
      climb(shop, customer, placed, 1);
      climb(shop, customer, placed, 4);
      await(customer, export(customer));
      var underway = export(customer);
      climb(shop, customer, placed, 1);
      await(customer, underway);
      climb(shop, customer, placed, 0);
      await(customer, export(customer));
      load.stop();

      assertEquals(List.of(), load.failures);
      assertTrue(load.answered > 10, "only %d requests were answered".formatted(load.answered));
    }
  }

  private static void climb(RunningShop shop, Client customer, Client.Answer placed, int phase)
      throws IOException, InterruptedException {
    shop.script("phase", Integer.toString(phase)).succeeded();
    assertEquals(phase, shop.outputs().path("phase").asInt());
    assertEquals(
        placed.body(), customer.get("/orders/" + placed.body().path("id").asText()).body());
  }

  /** Asks for all data of the customer, and gives the path of the job that collects it. */
  private static String export(Client customer) throws IOException, InterruptedException {
    var accepted = customer.post("/users/me/exports", "");
    assertEquals(202, accepted.status(), accepted.toString());
    return "/jobs/" + accepted.body().path("id").asText();
  }

  private static void await(Client customer, String job) throws IOException, InterruptedException {
    var state = customer.get(job);
    for (int i = 0; i < 200 && !state.body().path("state").asText().equals("SUCCEEDED"); i++) {
      Thread.sleep(Duration.ofSeconds(1));
      state = customer.get(job);
    }
    assertEquals("SUCCEEDED", state.body().path("state").asText(), state.toString());
  }

  @Test
  void phaseThatDoesNotExist_isRefused_andTheShopStaysAsItWas()
      throws IOException, InterruptedException {
    try (var shop = RunningShop.up(data)) {
      var refused = shop.script("phase", "8");
      assertEquals(1, refused.exitCode(), refused.output());
      assertTrue(refused.output().contains("phase"), refused.output());
      assertEquals(200, shop.client().get("/health").status());
      assertEquals(0, shop.outputs().path("phase").asInt());
    }
  }

  /** One client that reads twenty times a second, well below phase 0's throttle. */
  private static final class Load {
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private int answered;

    Load(Client client) {
      thread = Thread.ofVirtual().start(() -> run(client));
    }

    private void run(Client client) {
      try {
        while (!stopped.get()) {
          var answer =
              client.get(answered % 2 == 0 ? "/products/enamel-mug" : "/inventory/enamel-mug");
          answered++;
          Thread.sleep(Duration.ofMillis(50));
          if (answer.status() != 200) {
            failures.add(answer.toString());
          }
        }
      } catch (IOException e) {
        failures.add(e.toString());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    void stop() throws InterruptedException {
      stopped.set(true);
      thread.join();
    }
  }
}
