package dev.zerotomillions.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.orders.World.Hold;
import dev.zerotomillions.orders.World.HoldState;
import dev.zerotomillions.orders.World.Money;
import dev.zerotomillions.orders.World.MoneyState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What holds in every world, whatever happened before. */
final class Invariants {
  private static final Set<HoldState> FREE = Set.of(HoldState.RELEASED, HoldState.EXPIRED);
  private static final Set<MoneyState> NEVER_TAKEN =
      Set.of(MoneyState.DECLINED, MoneyState.VOIDED, MoneyState.REFUNDED);

  private Invariants() {}

  static void check(World world) {
    assertTrue(world.available() >= 0, () -> "sold what isn't there: " + world);
    for (var tracked : world.orders().values()) {
      var order = tracked.order();
      var money = Optional.ofNullable(world.payments().get(order.id()));
      var hold = Optional.ofNullable(world.holds().get(order.id())).map(Hold::state);
      checkMoney(world, order, money);
      checkItems(world, order, hold);
      checkHistory(world, order);
    }
  }

  private static void checkMoney(World world, Order order, Optional<Money> money) {
    int charges = money.map(Money::charges).orElse(0);
    int refunds = money.map(Money::refunds).orElse(0);
    assertTrue(charges <= 1 && refunds <= charges, () -> "money moved twice: " + world);
    switch (order.status()) {
      case PAID ->
          assertEquals(1, charges - refunds, () -> "is said to be paid and isn't: " + world);
      case CONFIRMED ->
          assertEquals(1, charges - refunds, () -> "confirmed without money: " + world);
      case REFUNDED -> assertEquals(1, refunds, () -> "refunded without a refund: " + world);
      case CANCELLED ->
          assertTrue(
              money.map(Money::state).filter(NEVER_TAKEN::contains).isPresent(),
              () -> "cancelled, but money is or will be taken: " + world);
      case PENDING, RESERVED, CANCELLING, REFUNDING -> {}
    }
  }

  private static void checkItems(World world, Order order, Optional<HoldState> hold) {
    switch (order.status()) {
      case CONFIRMED, REFUNDING, REFUNDED ->
          assertEquals(
              Optional.of(HoldState.COMMITTED), hold, () -> "confirmed without items: " + world);
      case CANCELLED ->
          assertTrue(
              hold.filter(FREE::contains).isPresent(),
              () -> "cancelled, but items are or will be held: " + world);
      case PENDING, RESERVED ->
          assertTrue(
              hold.filter(HoldState.COMMITTED::equals).isEmpty(),
              () -> "items went before they were paid: " + world);
      case PAID, CANCELLING -> {}
    }
  }

  /** Statuses follow each other as they may, none comes twice, and each event was told once. */
  private static void checkHistory(World world, Order order) {
    var statuses = order.history().stream().map(StatusChange::status).toList();
    assertEquals(OrderStatus.PENDING, statuses.getFirst());
    assertEquals(order.status(), statuses.getLast());
    assertEquals(statuses.size(), new HashSet<>(statuses).size(), statuses::toString);
    for (int i = 1; i < statuses.size(); i++) {
      assertTrue(statuses.get(i - 1).canBecome(statuses.get(i)), statuses::toString);
    }
    boolean isCancelled =
        order.status() == OrderStatus.CANCELLING || order.status() == OrderStatus.CANCELLED;
    assertEquals(isCancelled, order.reason() != null, order::toString);
    assertEquals(
        statuses.stream().flatMap(status -> OrderEvent.type(status).stream()).toList(),
        world.events().getOrDefault(order.id(), List.of()));
  }
}
