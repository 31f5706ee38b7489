package dev.zerotomillions.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order from end to end, in each phase and behind each kind of gateway. */
class PlaceOrderTest {
  @TempDir Path data;

  @ParameterizedTest
  @CsvSource({"0, http", "1, http", "0, rest", "1, rest"})
  void customerBuys_andTheShopRefusesWhatItMust(String phase, String gateway)
      throws IOException, InterruptedException, ExecutionException {
    try (var shop = RunningShop.up(data, "--phase", phase, "--gateway", gateway)) {
      var anyone = shop.client();
      becomesHealthy(anyone);
      assertEquals(12, anyone.get("/products?limit=100").body().path("items").size());

      var customer = anyone.register();
      orderIsConfirmedOnce(anyone, customer);
      orderIsOneTrace(shop, customer, phase);
      badRequestsAreRefused(anyone, customer, gateway);
      lastItemGoesToOneCustomer(shop);
      pageOfAnotherOriginMayRead(anyone, "/products/espresso-cup");
      pageOfAnotherOriginMayRead(anyone, "/nowhere");
    }
  }

  /** A whole chain of cold functions answers later than a health check waits. */
  private static void becomesHealthy(Client anyone) throws IOException, InterruptedException {
    var health = anyone.get("/health");
    for (int i = 0; i < 30 && health.status() == 503; i++) {
      Thread.sleep(Duration.ofSeconds(1));
      health = anyone.get("/health");
    }
    assertEquals(200, health.status(), health.toString());
  }

  private static void pageOfAnotherOriginMayRead(Client anyone, String path)
      throws IOException, InterruptedException {
    var answer = anyone.send(anyone.request(path).header("Origin", "https://example.com").GET());
    assertEquals("*", answer.headers().firstValue("access-control-allow-origin").orElse("none"));
  }

  private static void orderIsConfirmedOnce(Client anyone, Client customer)
      throws IOException, InterruptedException {
    var before = anyone.get("/inventory/espresso-cup").body().path("available").asInt();
    var placed = customer.place(Client.order("espresso-cup", 2, 1450), "order-key-0001");
    assertEquals(201, placed.status(), placed.toString());
    assertEquals("CONFIRMED", placed.body().path("status").asText());
    var location = placed.headers().firstValue("location").orElseThrow();
    assertTrue(location.endsWith("/api/orders/" + placed.body().path("id").asText()), location);

    var again = customer.place(Client.order("espresso-cup", 2, 1450), "order-key-0001");
    assertEquals(placed.body(), again.body());
    assertEquals(
        before - 2, anyone.get("/inventory/espresso-cup").body().path("available").asInt());
    var read = customer.get("/orders/" + placed.body().path("id").asText());
    assertEquals(200, read.status());
    assertEquals(placed.body().path("total"), read.body().path("total"));
    assertEquals(1, customer.get("/orders").body().path("items").size());
    var stranger = anyone.register();
    assertEquals(404, stranger.get("/orders/" + placed.body().path("id").asText()).status());
  }

  /** Across services, and in phase 1 across functions; an order that had to wait has several. */
  private static void orderIsOneTrace(RunningShop shop, Client customer, String phase)
      throws IOException, InterruptedException {
    var placed = customer.post("/orders", Client.order("espresso-cup", 1, 1450));
    for (int i = 0; i < 10 && placed.status() != 201; i++) {
      placed = customer.post("/orders", Client.order("espresso-cup", 1, 1450));
    }
    assertEquals(201, placed.status(), placed.toString());
    var correlationId = placed.headers().firstValue("x-correlation-id").orElseThrow();
    var expected = new ArrayList<>(List.of("catalog", "inventory", "payments", "DynamoDB"));
    if (phase.equals("1")) {
      for (var function : List.of("PlaceOrder", "GetPrices", "ReserveStock", "ChargePayment")) {
        expected.add("Shop-" + function);
      }
    }
    // A function's own segment is told when its invocation has ended, after the answer.
    var traces = new Traces(shop.outputs().path("awsEndpoint").asText());
    var found = traces.segments(correlationId);
    for (int i = 0; i < 50 && !oneHasAll(found, expected); i++) {
      Thread.sleep(Duration.ofMillis(100));
      found = traces.segments(correlationId);
    }
    assertTrue(oneHasAll(found, expected), found.toString());
  }

  private static boolean oneHasAll(List<Set<String>> traces, List<String> beginnings) {
    return traces.stream()
        .anyMatch(
            segments ->
                beginnings.stream()
                    .allMatch(
                        beginning ->
                            segments.stream().anyMatch(name -> name.startsWith(beginning))));
  }

  private static void badRequestsAreRefused(Client anyone, Client customer, String gateway)
      throws IOException, InterruptedException {
    var stock = anyone.get("/inventory/french-press").body();
    var order = Client.order("french-press", 1, 4900);
    refused(401, "unauthorized", anyone.post("/orders", order));
    refused(401, "unauthorized", anyone.as("forged.token.here").post("/orders", order));
    refused(400, "malformed-json", customer.post("/orders", order.substring(0, 40)));
    refused(409, "price-changed", customer.place(Client.order("french-press", 1, 4800)));
    refused(409, "out-of-stock", customer.place(Client.order("french-press", 999, 4900)));
    var withoutKey = customer.request("/orders").POST(HttpRequest.BodyPublishers.ofString(order));
    refused(400, "idempotency-key-missing", customer.send(withoutKey));
    refused(400, "invalid-cursor", customer.get("/orders?cursor=tampered"));
    assertEquals(stock, anyone.get("/inventory/french-press").body());
    assertEquals(gateway.equals("http") ? 404 : 403, anyone.get("/nowhere").status());
  }

  private static void refused(int status, String problem, Client.Answer answer) {
    assertEquals(problem, answer.problem(), answer.toString());
    assertEquals(status, answer.status(), answer.toString());
  }

  private static void lastItemGoesToOneCustomer(RunningShop shop)
      throws IOException, InterruptedException, ExecutionException {
    var anyone = shop.client();
    var administrator = anyone.logInAs(shop.outputs().path("admin"));
    var all = anyone.get("/inventory/oak-stool").body().path("onHand").asInt();
    var taken =
        administrator.post(
            "/inventory/oak-stool/movements",
            "{\"quantity\": %d, \"reason\": \"sold in the shop\"}".formatted(1 - all));
    assertEquals(201, taken.status(), taken.toString());

    var customers = new Client[] {anyone.register(), anyone.register(), anyone.register()};
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var race =
          IntStream.range(0, 12)
              .mapToObj(
                  i ->
                      (Callable<Integer>)
                          () ->
                              customers[i % 3].place(Client.order("oak-stool", 1, 11900)).status())
              .toList();
      var statuses = new ArrayList<Integer>();
      for (var answer : clients.invokeAll(race)) {
        statuses.add(answer.get());
      }
      assertEquals(
          1, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
      assertEquals(
          11, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
    }
    assertEquals(0, anyone.get("/inventory/oak-stool").body().path("onHand").asInt());
  }
}
