package dev.zerotomillions.inventory;

import static dev.zerotomillions.inventory.Warehouse.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.problem.OutOfStock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReservationsTest {
  private final Warehouse warehouse = new Warehouse();
  private final Reservations reservations = warehouse.reservations;

  private void assertStock(String productId, long onHand, long reserved) {
    assertEquals(Stock.of(productId, onHand, reserved), warehouse.stock(productId));
    assertEquals(onHand, warehouse.sumOfMovements(productId));
  }

  @Test
  void heldItems_stayOnHand_butAreNotAvailable() {
    warehouse.restock("tea", 5);
    var held = warehouse.hold("ord_1", line("tea", 3));
    assertEquals(ReservationState.HELD, held.state());
    assertEquals(Instant.parse("2026-03-01T12:15:00Z"), held.heldUntil());
    assertStock("tea", 5, 3);
    assertEquals(List.of("ord_1"), warehouse.listed());
  }

  @Test
  void tooFewItems_areOutOfStock_andNothingIsHeld() {
    warehouse.restock("tea", 5);
    warehouse.restock("cake", 1);
    warehouse.hold("ord_1", line("tea", 3));
    int before = warehouse.api.table.count();
    for (var lines :
        List.of(
            List.of(line("tea", 3)),
            List.of(line("cake", 1), line("tea", 3)),
            List.of(line("tea", 3), line("never-seen", 1)))) {
      var refusal = assertThrows(OutOfStock.class, () -> reservations.hold("ord_2", lines));
      assertEquals("tea", refusal.details().get("productId"));
      assertEquals(2L, refusal.details().get("available"));
    }
    assertStock("tea", 5, 3);
    assertStock("cake", 1, 0);
    assertEquals(before, warehouse.api.table.count());
  }

  @Test
  void productThatNeverHadStock_isOutOfStock() {
    var refusal =
        assertThrows(OutOfStock.class, () -> warehouse.hold("ord_1", line("never-seen", 1)));
    assertEquals(0L, refusal.details().get("available"));
  }

  @Test
  void thirtyLines_areHeldAndCommitted_inOneTransactionEach() {
    var lines = new ReservationLine[ReservationDraft.MOST_LINES];
    for (int i = 0; i < lines.length; i++) {
      warehouse.restock("tea-" + i, 1);
      lines[i] = line("tea-" + i, 1);
    }
    warehouse.hold("ord_1", lines);
    reservations.end("ord_1", ReservationState.COMMITTED);
    assertStock("tea-0", 0, 0);
    assertStock("tea-29", 0, 0);
  }

  @Test
  void secondHold_ofTheSameOrder_givesTheFirst() {
    warehouse.restock("tea", 5);
    var first = warehouse.hold("ord_1", line("tea", 3));
    assertEquals(first, warehouse.hold("ord_1", line("tea", 3)));
    assertStock("tea", 5, 3);
  }

  @Test
  void commitment_takesTheItemsOut_andTellsOfItInTheMovements() {
    warehouse.restock("tea", 5);
    warehouse.hold("ord_1", line("tea", 3));
    var committed = reservations.end("ord_1", ReservationState.COMMITTED).orElseThrow();
    assertEquals(ReservationState.COMMITTED, committed.state());
    assertStock("tea", 2, 0);
    var ordered = warehouse.movementsOf("tea").stream().filter(m -> m.orderId() != null).toList();
    assertEquals(1, ordered.size());
    assertEquals(-3, ordered.getFirst().quantity());
    assertEquals("ordered", ordered.getFirst().reason());
    assertEquals("ord_1", ordered.getFirst().orderId());
    assertEquals(List.of(), warehouse.listed());
  }

  @ParameterizedTest
  @EnumSource(names = {"RELEASED", "EXPIRED"})
  void itemsOfAnOrderThatCameToNothing_areAvailableAgain(ReservationState end) {
    warehouse.restock("tea", 5);
    warehouse.hold("ord_1", line("tea", 3));
    assertEquals(Optional.of(end), reservations.end("ord_1", end).map(Reservation::state));
    assertStock("tea", 5, 0);
    assertEquals(1, warehouse.movementsOf("tea").size());
    assertEquals(List.of(), warehouse.listed());
  }

  @ParameterizedTest
  @EnumSource(names = {"COMMITTED", "RELEASED", "EXPIRED"})
  void reservationThatHasEnded_neverChangesAgain(ReservationState end) {
    warehouse.restock("tea", 5);
    warehouse.hold("ord_1", line("tea", 3));
    var ended = reservations.end("ord_1", end);
    var stock = warehouse.stock("tea");
    for (var later : ReservationState.values()) {
      var answer =
          later.isFinal()
              ? reservations.end("ord_1", later)
              : Optional.of(warehouse.hold("ord_1", line("tea", 3)));
      assertEquals(ended, answer);
    }
    assertEquals(ended, Optional.of(reservations.release("ord_1")));
    assertEquals(stock, warehouse.stock("tea"));
  }

  @Test
  void holdThatComesAfterTheRelease_holdsNothing() {
    warehouse.restock("tea", 5);
    assertEquals(ReservationState.RELEASED, reservations.release("ord_1").state());
    assertEquals(ReservationState.RELEASED, warehouse.hold("ord_1", line("tea", 3)).state());
    assertEquals(ReservationState.RELEASED, reservations.release("ord_1").state());
    assertStock("tea", 5, 0);
    assertEquals(List.of(), warehouse.listed());
  }

  @Test
  void commitment_ofNothing_isNone() {
    assertTrue(reservations.end("ord_1", ReservationState.COMMITTED).isEmpty());
    assertEquals(0, warehouse.api.table.count());
  }

  @Test
  void overdueReservation_isCommittedStill_ifNothingExpiredIt() {
    warehouse.restock("tea", 5);
    warehouse.hold("ord_1", line("tea", 3));
    warehouse.waitSeconds(3600);
    var committed = reservations.end("ord_1", ReservationState.COMMITTED);
    assertEquals(Optional.of(ReservationState.COMMITTED), committed.map(Reservation::state));
    assertStock("tea", 2, 0);
  }
}
