package dev.zerotomillions.inventory;

import static dev.zerotomillions.inventory.Warehouse.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.problem.OutOfStock;
import dev.zerotomillions.shared.problem.Unavailable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens at once, no item is sold twice, lost, or reserved for nobody. */
class ReservationRacesTest {
  private static final int THREADS = 6;
  private static final int STEPS = 30;
  private static final String[] PRODUCTS = {"tea", "cake", "milk"};
  private static final String[] ORDERS = new String[16];

  static {
    Arrays.setAll(ORDERS, i -> "ord_" + i);
  }

  private final Warehouse warehouse = new Warehouse();

  /** How each order was seen to have ended. */
  private final Map<String, ReservationState> ends = new ConcurrentHashMap<>();

  private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      List<T> results = new ArrayList<>();
      for (var result : threads.invokeAll(calls)) {
        results.add(result.get());
      }
      return results;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void randomRequestsAtOnce_keepTheBooks(long seed) throws Exception {
    for (var product : PRODUCTS) {
      warehouse.restock(product, 20);
    }
    List<Callable<Void>> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      var random = new Random(seed * 1000 + i);
      threads.add(
          () -> {
            for (int step = 0; step < STEPS; step++) {
              step(random);
            }
            return null;
          });
    }
    atOnce(threads);
    for (var product : PRODUCTS) {
      var stock = warehouse.stock(product);
      assertEquals(warehouse.sumOfMovements(product), stock.onHand(), product);
      assertEquals(warehouse.held(product, ORDERS), stock.reserved(), product);
      assertSound(stock);
    }
    var held =
        Arrays.stream(ORDERS).filter(id -> state(id).equals(Optional.of(ReservationState.HELD)));
    assertEquals(held.sorted().toList(), warehouse.listed());
    ends.forEach((order, end) -> assertEquals(Optional.of(end), state(order), order));
  }

  private void step(Random random) {
    var order = ORDERS[random.nextInt(ORDERS.length)];
    var product = PRODUCTS[random.nextInt(PRODUCTS.length)];
    try {
      request(random, order, product);
    } catch (Unavailable e) {
      // Then nothing happened, which the books will show; a caller would come again.
    }
    assertSound(warehouse.stock(product));
  }

  private void request(Random random, String order, String product) {
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> hold(order, random);
      case 3 -> seen(warehouse.reservations.end(order, ReservationState.COMMITTED));
      case 4 -> seen(Optional.of(warehouse.reservations.release(order)));
      case 5 -> seen(warehouse.reservations.end(order, ReservationState.EXPIRED));
      case 6 -> move(product, 1 + random.nextInt(5));
      default -> move(product, -1 - random.nextInt(5));
    }
  }

  private void hold(String order, Random random) {
    List<ReservationLine> lines = new ArrayList<>();
    for (var product : PRODUCTS) {
      if (lines.isEmpty() || random.nextBoolean()) {
        lines.add(line(product, 1 + random.nextInt(4)));
      }
    }
    try {
      seen(Optional.of(warehouse.reservations.hold(order, lines)));
    } catch (OutOfStock e) {
      // Then the order holds nothing, which the books will show.
    }
  }

  private void move(String product, int quantity) {
    var answer = warehouse.api.send(InventoryApi.movement(product, quantity));
    assertTrue(List.of(201, 409, 503).contains(answer.status()), answer.body());
  }

  private void seen(Optional<Reservation> reservation) {
    reservation
        .filter(found -> found.state().isFinal())
        .ifPresent(
            found -> {
              var before = ends.putIfAbsent(found.orderId(), found.state());
              assertTrue(before == null || before == found.state(), found + " was " + before);
            });
  }

  private static void assertSound(Stock stock) {
    assertTrue(stock.reserved() >= 0 && stock.available() >= 0, stock.toString());
  }

  private Optional<ReservationState> state(String order) {
    return warehouse.row(order).map(ReservationRow::reservation).map(Reservation::state);
  }

  @Test
  void lastItem_isHeldForExactlyOneOrder() throws Exception {
    warehouse.restock("tea", 1);
    List<Callable<Boolean>> buyers = new ArrayList<>();
    for (var order : ORDERS) {
      buyers.add(() -> holds(order));
    }
    assertEquals(1, atOnce(buyers).stream().filter(won -> won).count());
    assertEquals(Stock.of("tea", 1, 1), warehouse.stock("tea"));
  }

  private boolean holds(String order) {
    try {
      return warehouse.hold(order, line("tea", 1)).state() == ReservationState.HELD;
    } catch (OutOfStock e) {
      return false;
    } catch (Unavailable e) {
      return holds(order);
    }
  }

  @Test
  void enoughForAll_isHeldForAll_thoughTheyComeAtOnce() throws Exception {
    warehouse.restock("tea", ORDERS.length);
    List<Callable<Boolean>> buyers = new ArrayList<>();
    for (var order : ORDERS) {
      buyers.add(() -> holds(order));
    }
    assertTrue(atOnce(buyers).stream().allMatch(won -> won));
    assertEquals(0, warehouse.stock("tea").available());
  }

  @Test
  void duplicatesAtOnce_holdAndCommitOnce() throws Exception {
    warehouse.restock("tea", 5);
    List<Callable<Reservation>> same = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      same.add(() -> warehouse.hold("ord_1", line("tea", 3)));
    }
    assertEquals(1, atOnce(same).stream().distinct().count());
    same.replaceAll(
        _ -> () -> warehouse.reservations.end("ord_1", ReservationState.COMMITTED).orElseThrow());
    assertEquals(1, atOnce(same).stream().distinct().count());
    assertEquals(Stock.of("tea", 2, 0), warehouse.stock("tea"));
    assertEquals(2, warehouse.movementsOf("tea").size());
  }
}
