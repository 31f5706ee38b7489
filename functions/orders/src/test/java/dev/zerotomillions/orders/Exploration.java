package dev.zerotomillions.orders;

import dev.zerotomillions.orders.Driver.Task;
import dev.zerotomillions.orders.Driver.Waiting;
import dev.zerotomillions.orders.Pool.Ref;
import dev.zerotomillions.orders.World.MoneyState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Every state that drivers, faults and time can bring the world to, depth first, each state once. A
 * driver that dies is one that never goes on, and what holds in a state holds whoever goes on.
 */
final class Exploration {
  /** After one an order can't be paid any more; after two what was put aside is free. */
  static final Duration JUMP = Duration.ofMinutes(11);

  /**
   * A moment.
   *
   * @param drivers those at work, each before an access
   * @param tasks what will yet be asked of drivers
   * @param late accesses whose callers have given up, and whose effects may still come
   * @param faults how many accesses may yet fail: never done, done unheard, or done later
   * @param jumps how often the time may yet jump
   */
  private record State(
      Ref<World> world,
      List<Ref<Waiting>> drivers,
      List<Driver> tasks,
      List<Ref<Op>> late,
      int faults,
      int jumps) {

    State with(Ref<World> next) {
      return new State(next, drivers, tasks, late, faults, jumps);
    }

    State with(List<Ref<Waiting>> others) {
      return new State(world, others, tasks, late, faults, jumps);
    }
  }

  private final BiConsumer<World, List<Op>> check;
  private final Pool<World> worlds = new Pool<>();
  private final Pool<Waiting> drivers = new Pool<>();
  private final Pool<Op> ops = new Pool<>();
  private final Set<State> seen = new HashSet<>();
  private final Set<List<Object>> checked = new HashSet<>();
  private final Deque<State> open = new ArrayDeque<>();

  /**
   * @param check what is to hold of each world, and of the accesses that may still come late
   */
  Exploration(BiConsumer<World, List<Op>> check) {
    this.check = check;
  }

  /** Visits every state that can be reached, and tells how many there are. */
  int from(World world, List<Driver> tasks, int faults, int jumps) {
    visit(new State(worlds.of(world), List.of(), tasks, List.of(), faults, jumps));
    while (!open.isEmpty()) {
      var state = open.pop();
      if (checked.add(List.of(state.world, state.late))) {
        check.accept(state.world.value(), state.late.stream().map(Ref::value).toList());
      }
      begin(state);
      drive(state);
      deliver(state);
      pass(state);
    }
    return seen.size();
  }

  private void visit(State state) {
    if (seen.add(state)) {
      open.push(state);
    }
  }

  /** A request, an event or a schedule asks for something. */
  private void begin(State state) {
    for (int i = 0; i < state.tasks.size(); i++) {
      if (state.tasks.indexOf(state.tasks.get(i)) == i) {
        var left = without(state.tasks, i);
        visit(
            with(
                new State(state.world, state.drivers, left, state.late, state.faults, state.jumps),
                state.tasks.get(i)));
      }
    }
  }

  /** One of the drivers goes on, in every way that is possible. */
  private void drive(State state) {
    for (int i = 0; i < state.drivers.size(); i++) {
      var others = state.with(without(state.drivers, i));
      var waiting = state.drivers.get(i).value();
      var op = waiting.op();
      for (var done : op.run(state.world.value())) {
        visit(with(others.with(worlds.of(done.world())), waiting.driver().hears(op, done)));
      }
      if (state.faults > 0) {
        var failed =
            new State(
                others.world,
                others.drivers,
                others.tasks,
                added(others.late, ops.of(op)),
                others.faults - 1,
                others.jumps);
        visit(with(failed, waiting.driver().hearsNothing()));
      }
    }
  }

  /**
   * With one more driver, unless it has ended. It reads at once: that it starts late, or tries late
   * to move an order that has moved, comes to the same as that it reads late.
   */
  private State with(State state, Driver driver) {
    var waiting = driver.run(state.world.value().now());
    if (waiting == null) {
      return state;
    }
    if (waiting.op() instanceof Op.Read read) {
      var done = read.run(state.world.value()).getFirst();
      return with(state, waiting.driver().hears(read, done));
    }
    var all = added(state.drivers, drivers.of(waiting));
    // Which of them came first makes no difference.
    all.sort(Comparator.comparingInt(System::identityHashCode));
    return state.with(all);
  }

  /** A call arrives whose caller has given up. */
  private void deliver(State state) {
    for (int i = 0; i < state.late.size(); i++) {
      for (var done : state.late.get(i).value().run(state.world.value())) {
        visit(
            new State(
                worlds.of(done.world()),
                state.drivers,
                state.tasks,
                without(state.late, i),
                state.faults,
                state.jumps));
      }
    }
  }

  /** Time passes, holds expire, and the provider makes up its mind. */
  private void pass(State state) {
    var world = state.world.value();
    if (state.jumps > 0) {
      visit(
          new State(
              worlds.of(world.later(JUMP)),
              state.drivers,
              state.tasks,
              state.late,
              state.faults,
              state.jumps - 1));
    }
    for (var id : world.orders().keySet()) {
      for (var next :
          List.of(
              world.expire(id),
              world.settle(id, MoneyState.SUCCEEDED),
              world.settle(id, MoneyState.DECLINED))) {
        visit(state.with(worlds.of(next)));
      }
    }
  }

  /** Lets orders be driven to their end, with nothing failing any more. */
  static World resumed(World world) {
    var current = world;
    for (int round = 0; round < 3; round++) {
      for (var id : world.orders().keySet()) {
        current = driven(current.expire(id), new Driver(Task.ADVANCE, id));
      }
      current = current.later(JUMP);
    }
    return current;
  }

  private static World driven(World world, Driver driver) {
    var current = world;
    var waiting = driver.run(current.now());
    while (waiting != null) {
      var done = waiting.op().run(current).getFirst();
      current = done.world();
      waiting = waiting.driver().hears(waiting.op(), done).run(current.now());
    }
    return current;
  }

  private static <T> List<T> added(List<T> list, T element) {
    var copy = new ArrayList<>(list);
    copy.add(element);
    return copy;
  }

  private static <T> List<T> without(List<T> list, int index) {
    var copy = new ArrayList<>(list);
    copy.remove(index);
    return copy;
  }
}
