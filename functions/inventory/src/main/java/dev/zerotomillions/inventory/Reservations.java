package dev.zerotomillions.inventory;

import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import dev.zerotomillions.shared.data.UuidV7;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The reservations in the inventory's table. Whatever is asked of one, twice, late or at once with
 * something else, happens once or not at all; the answer is the reservation as it is then.
 */
@Singleton
class Reservations {
  static final Duration HELD_FOR = Duration.ofMinutes(15);

  private final Database database;
  private final Stocks stocks;
  private final Movements movements;
  private final Holds holds;
  private final UuidV7 ids;
  private final InstantSource clock;

  Reservations(
      Database database,
      Stocks stocks,
      Movements movements,
      Holds holds,
      UuidV7 ids,
      InstantSource clock) {
    this.database = database;
    this.stocks = stocks;
    this.movements = movements;
    this.holds = holds;
    this.ids = ids;
    this.clock = clock;
  }

  /** Holds an order's lines, all or none, unless there is a reservation of the order already. */
  Reservation hold(String orderId, List<ReservationLine> lines) {
    return find(orderId).orElseGet(() -> StockMoved.retry(() -> insert(orderId, lines)));
  }

  /** Ends an order's reservation, if it is held; none if there never was one. */
  Optional<Reservation> end(String orderId, ReservationState end) {
    return find(orderId).map(known -> end(known, end));
  }

  /** Gives an order's reservation up; if there never was one, there never will be. */
  Reservation release(String orderId) {
    return end(orderId, ReservationState.RELEASED).orElseGet(() -> bar(orderId));
  }

  private Optional<Reservation> find(String orderId) {
    return table()
        .find(ReservationRow.pk(orderId), ReservationRow.RESERVATION)
        .map(ReservationRow::reservation);
  }

  private Reservation insert(String orderId, List<ReservationLine> lines) {
    Instant now = now();
    // In whole seconds, all of one length, so that the list of holds sorts them.
    Instant heldUntil = now.plus(HELD_FOR).truncatedTo(ChronoUnit.SECONDS);
    var held = new Reservation(orderId, ReservationState.HELD, heldUntil, lines);
    var seen = stocks.find(lines.stream().map(ReservationLine::productId).toList());
    List<Change> changes = new ArrayList<>();
    // First, so that a duplicate hears of the reservation and not of the stock that it took.
    changes.add(table().insert(ReservationRow.of(held, now), ReservationFound::new));
    changes.add(holds.add(orderId, heldUntil));
    for (var line : lines) {
      var stock = seen.getOrDefault(line.productId(), Stock.none(line.productId()));
      changes.add(stocks.hold(line, stock, now));
    }
    try {
      database.commit(changes);
      return held;
    } catch (ReservationFound e) {
      return e.reservation;
    }
  }

  private Reservation end(Reservation known, ReservationState end) {
    var heldUntil = known.heldUntil();
    if (known.state().isFinal() || heldUntil == null) {
      return known;
    }
    Instant now = now();
    List<Change> changes = new ArrayList<>();
    changes.add(leaveHeld(known, end, now));
    changes.add(holds.remove(known.orderId(), heldUntil));
    for (var line : known.lines()) {
      changes.add(stocks.end(line, end, now));
      if (end.onHandChange(line) != 0) {
        changes.add(movements.insert(ordered(known, line, end, now)));
      }
    }
    try {
      database.commit(changes);
      return known.ended(end);
    } catch (ReservationFound e) {
      return e.reservation;
    }
  }

  private Change leaveHeld(Reservation held, ReservationState end, Instant now) {
    return table()
        .update(
            ReservationRow.pk(held.orderId()),
            ReservationRow.RESERVATION,
            "SET reservationState = :end, endedAt = :now",
            "reservationState = :held",
            Map.of(
                ":held", Table.text(ReservationState.HELD.name()),
                ":end", Table.text(end.name()),
                ":now", Table.text(now.toString())),
            ReservationFound::new);
  }

  private StockMovement ordered(
      Reservation held, ReservationLine line, ReservationState end, Instant now) {
    return new StockMovement(
        ids.next().toString(),
        line.productId(),
        end.onHandChange(line),
        "ordered",
        held.orderId(),
        now);
  }

  private Reservation bar(String orderId) {
    var barred = Reservation.neverHeld(orderId);
    try {
      database.commit(
          List.of(table().insert(ReservationRow.of(barred, now()), ReservationFound::new)));
      return barred;
    } catch (ReservationFound e) {
      return end(e.reservation, ReservationState.RELEASED);
    }
  }

  private Table table() {
    return stocks.table();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Another request was first; the reservation is as it left it. */
  private static final class ReservationFound extends RuntimeException {
    private final Reservation reservation;

    ReservationFound(Row found) {
      super("Another request was first", null, false, false);
      this.reservation = ReservationRow.reservation(found);
    }
  }
}
