package dev.zerotomillions.orders;

import dev.zerotomillions.orders.World.HoldState;
import dev.zerotomillions.orders.World.Money;
import dev.zerotomillions.orders.World.MoneyState;
import java.util.List;
import java.util.Objects;

/** One access of a driver to what it shares with others: its effect, and what the driver hears. */
sealed interface Op {

  /** The effect and the answer together. */
  record Done(World world, Object answer) {}

  /** Every way in which it can go where nothing fails. */
  List<Done> run(World world);

  record Read(String orderId) implements Op {
    @Override
    public List<Done> run(World world) {
      return List.of(new Done(world, Objects.requireNonNull(world.orders().get(orderId))));
    }
  }

  record Move(Tracked read, Tracked next) implements Op {
    @Override
    public List<Done> run(World world) {
      var present = Objects.requireNonNull(world.orders().get(read.order().id()));
      return present.order().version() == read.order().version()
          ? List.of(new Done(world.move(next), true))
          : List.of(new Done(world, false));
    }
  }

  record Hold(String orderId) implements Op {
    @Override
    public List<Done> run(World world) {
      var after = world.hold(orderId);
      var hold = after.holds().get(orderId);
      if (hold == null) {
        return List.of(new Done(after, new Outcome.OutOfStock("mug", after.available())));
      }
      boolean holds = hold.state() == HoldState.HELD || hold.state() == HoldState.COMMITTED;
      return List.of(new Done(after, holds ? new Outcome.Held() : new Outcome.StockGone()));
    }
  }

  record Commit(String orderId) implements Op {
    @Override
    public List<Done> run(World world) {
      var after = world.commit(orderId);
      var hold = after.holds().get(orderId);
      boolean committed = hold != null && hold.state() == HoldState.COMMITTED;
      return List.of(
          new Done(after, committed ? new Outcome.Committed() : new Outcome.StockGone()));
    }
  }

  record Release(String orderId) implements Op {
    @Override
    public List<Done> run(World world) {
      var after = world.release(orderId);
      var hold = Objects.requireNonNull(after.holds().get(orderId));
      boolean committed = hold.state() == HoldState.COMMITTED;
      return List.of(new Done(after, committed ? new Outcome.Committed() : new Outcome.Released()));
    }
  }

  record Charge(String orderId) implements Op {
    @Override
    public List<Done> run(World world) {
      var verdicts =
          world.payments().containsKey(orderId)
              ? List.of(MoneyState.SUCCEEDED)
              : List.of(MoneyState.SUCCEEDED, MoneyState.DECLINED, MoneyState.PROCESSING);
      return verdicts.stream()
          .map(verdict -> world.charge(orderId, verdict))
          .map(
              after ->
                  new Done(after, outcome(Objects.requireNonNull(after.payments().get(orderId)))))
          .toList();
    }

    private static Outcome outcome(Money money) {
      return switch (money.state()) {
        case SUCCEEDED -> new Outcome.Charged();
        case DECLINED, VOIDED, REFUNDED -> new Outcome.Declined("card_declined");
        case PROCESSING -> new Outcome.Unknown();
      };
    }
  }

  record PayBack(String orderId) implements Op {
    @Override
    public List<Done> run(World world) {
      return List.of(new Done(world.payBack(orderId), new Outcome.MoneyBack()));
    }
  }
}
