package dev.zerotomillions.inventory;

import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.http.Contexts;
import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.InMemoryParameters;
import io.micronaut.context.BeanContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The inventory's function and its stores on the same table, with a clock that we turn. */
final class Warehouse implements InstantSource {
  final InventoryApi api = new InventoryApi(this);
  final Reservations reservations;
  final Stocks stocks;
  final Movements movements;
  final Holds holds;
  private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

  Warehouse() {
    BeanContext context =
        Contexts.start(
            Api.settings(Map.of("INVENTORY_TABLE", api.table.name())),
            new InMemoryParameters(),
            this);
    reservations = context.getBean(Reservations.class);
    stocks = context.getBean(Stocks.class);
    movements = context.getBean(Movements.class);
    holds = context.getBean(Holds.class);
  }

  @Override
  public Instant instant() {
    return now;
  }

  void waitSeconds(long seconds) {
    now = now.plusSeconds(seconds);
  }

  /** Puts items in, by the endpoint. */
  void restock(String productId, int quantity) {
    var answer = api.send(InventoryApi.movement(productId, quantity));
    if (answer.status() != 201) {
      throw new AssertionError(answer.toString());
    }
  }

  Reservation hold(String orderId, ReservationLine... lines) {
    return reservations.hold(orderId, List.of(lines));
  }

  static ReservationLine line(String productId, int quantity) {
    return new ReservationLine(productId, quantity);
  }

  Stock stock(String productId) {
    return stocks.find(productId).orElseThrow();
  }

  List<StockMovement> movementsOf(String productId) {
    var page = movements.of(productId, 1000, Map.of());
    return page.rows().stream().map(Movements::movement).toList();
  }

  long sumOfMovements(String productId) {
    return movementsOf(productId).stream().mapToLong(StockMovement::quantity).sum();
  }

  /** How much of a product is in reservations that are held. */
  long held(String productId, String... orderIds) {
    return Arrays.stream(orderIds)
        .flatMap(id -> row(id).stream())
        .map(ReservationRow::reservation)
        .filter(reservation -> reservation.state() == ReservationState.HELD)
        .flatMap(reservation -> reservation.lines().stream())
        .filter(line -> line.productId().equals(productId))
        .mapToLong(ReservationLine::quantity)
        .sum();
  }

  Optional<Row> row(String orderId) {
    return stocks.table().find(ReservationRow.pk(orderId), ReservationRow.RESERVATION);
  }

  /** The orders that the sweeper would find if all time had passed. */
  List<String> listed() {
    return IntStream.range(0, Holds.PARTITIONS)
        .boxed()
        .flatMap(partition -> holds.overdue(partition, Instant.MAX, 1000).stream())
        .sorted()
        .toList();
  }
}
