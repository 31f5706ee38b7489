package dev.zerotomillions.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An outage of the payment provider: what the breaker before it spares the shop. */
class BreakerTest {
  private static final int CLIENTS = 6;
  private static final Duration OUTAGE = Duration.ofSeconds(45);
  private static final Duration MOST_SLACK = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(50);

  @TempDir Path data;

  @Test
  void outageOfTheProvider_opensTheBreaker_whichShedsCallsUntilItIsOver_andReadsDoNotNotice()
      throws IOException, InterruptedException, ExecutionException {
    try (var shop = RunningShop.up(data);
        var records = shop.records()) {
      var anyone = shop.client();
      anyone.logInAs(shop.outputs().path("admin")).deliver("notebook-a5", 10_000);
      var customers = customers(anyone);
      buyOnceEach(customers);
      var slack = shorter(buyOnceEach(customers).multipliedBy(2), MOST_SLACK);

      var breaker = new ProviderBreaker(data, records);
      var began = Instant.now();
      var ends = began.plus(OUTAGE).truncatedTo(ChronoUnit.SECONDS);
      var order = order("tok_outage_" + ends.getEpochSecond());
      try (var reads = new Crowd(1, PAUSE, _ -> anyone.get("/products?limit=5"));
          var orders = new Crowd(CLIENTS, PAUSE, i -> customers.get(i).post("/orders", order))) {
        var opened = breaker.awaitOpen();
        Thread.sleep(Duration.between(Instant.now(), ends));
        var closed = breaker.awaitClosed();
        orders.stop();
        reads.stop();

        var statuses = orders.statuses(opened, ends);
        int asked = statuses.values().stream().mapToInt(Integer::intValue).sum();
        long calls = breaker.calls(began, opened);
        long passed = breaker.calls(opened, ends);
        var read = reads.statuses(began, closed);
        System.out.printf(
            "Opened %d ms after the outage began and %d calls; %d of %d got past it until the end;"
                + " closed %d ms after that; orders %s, reads %s; slack %d ms%n",
            Duration.between(began, opened).toMillis(),
            calls,
            passed,
            asked,
            Duration.between(ends, closed).toMillis(),
            statuses,
            read,
            slack.toMillis());
        assertTrue(
            opened.isBefore(began.plusSeconds(5).plus(slack)),
            "began %s, opened %s, slack %s".formatted(began, opened, slack));
        assertTrue(calls <= 10 * CLIENTS, calls + " calls until it opened");
        assertTrue(passed * 10 <= asked, passed + " of " + asked + " calls got past it");
        assertTrue(
            closed.isBefore(ends.plusSeconds(15).plus(slack)),
            "ended %s, closed %s, slack %s".formatted(ends, closed, slack));
        assertEquals(Set.of(200), read.keySet());
      }
      buyOnceEach(customers);
    }
  }

  private static List<Client> customers(Client anyone) throws IOException, InterruptedException {
    List<Client> customers = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      customers.add(anyone.register());
    }
    return customers;
  }

  /**
   * All at once, so that as many functions are warm as there are customers. Tells how long it took,
   * once that is so the machine's own slowness, which no breaker can be blamed for.
   */
  private static Duration buyOnceEach(List<Client> customers)
      throws InterruptedException, ExecutionException {
    var began = Instant.now();
    var purchases =
        customers.stream()
            .map(customer -> (Callable<Client.Answer>) () -> customer.place(order("tok_visa")))
            .toList();
    for (var placed : Together.all(purchases)) {
      assertEquals(201, placed.status(), placed.toString());
    }
    return Duration.between(began, Instant.now());
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static String order(String token) {
    return Client.order("notebook-a5", 1, 1290).replace("tok_visa", token);
  }
}
