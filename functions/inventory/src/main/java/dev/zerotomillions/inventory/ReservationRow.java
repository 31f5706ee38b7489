package dev.zerotomillions.inventory;

import dev.zerotomillions.shared.data.Row;
import java.time.Instant;

/** How the inventory's table keeps a reservation. */
final class ReservationRow {
  static final String RESERVATION = "RESERVATION";

  private ReservationRow() {}

  static String pk(String orderId) {
    return "RESERVATION#" + orderId;
  }

  static Row of(Reservation reservation, Instant now) {
    var row =
        Row.of(pk(reservation.orderId()), RESERVATION)
            .with("orderId", reservation.orderId())
            .with("reservationState", reservation.state().name())
            .with("lines", reservation.lines().stream().map(ReservationRow::line).toList())
            .with("createdAt", now);
    var heldUntil = reservation.heldUntil();
    return heldUntil == null ? row : row.with("heldUntil", heldUntil);
  }

  static Reservation reservation(Row row) {
    return new Reservation(
        row.text("orderId"),
        ReservationState.valueOf(row.text("reservationState")),
        row.optionalText("heldUntil").map(Instant::parse).orElse(null),
        row.rows("lines").stream().map(ReservationRow::line).toList());
  }

  private static Row line(ReservationLine line) {
    return Row.empty().with("productId", line.productId()).with("quantity", line.quantity());
  }

  private static ReservationLine line(Row row) {
    return new ReservationLine(row.text("productId"), (int) row.number("quantity"));
  }
}
