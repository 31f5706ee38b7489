package dev.zerotomillions.inventory;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items that are there for one order alone, or were.
 *
 * @param heldUntil when it expires if it is still held; absent if it was released before it was
 *     made
 * @param lines what is reserved; none if it was released before it was made
 */
@Introspected
record Reservation(
    String orderId,
    ReservationState state,
    @Nullable Instant heldUntil,
    List<ReservationLine> lines) {

  /** The reservation of an order that was given up before it asked for one. */
  static Reservation neverHeld(String orderId) {
    return new Reservation(orderId, ReservationState.RELEASED, null, List.of());
  }

  /** The same reservation once it has ended. */
  Reservation ended(ReservationState end) {
    return new Reservation(orderId, end, heldUntil, lines);
  }
}
