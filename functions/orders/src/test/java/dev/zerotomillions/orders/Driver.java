package dev.zerotomillions.orders;

import dev.zerotomillions.orders.Op.Done;
import dev.zerotomillions.shared.calls.CallFailed;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.problem.Problem;
import dev.zerotomillions.shared.problem.Unavailable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A real {@link Settlement} at work, as a value: what it was asked for, and every answer that it
 * heard so far. As nothing else can influence it, running it anew on those answers brings it to
 * where it was.
 */
record Driver(Task task, String orderId, List<Object> heard) {
  private static final Deadline NEVER = new Deadline(Instant.parse("2100-01-01T00:00:00Z"));

  enum Task {
    ADVANCE,
    CANCEL,
    REFUND
  }

  /** An answer that never came. */
  enum Nothing {
    CAME
  }

  Driver {
    heard = List.copyOf(heard);
  }

  Driver(Task task, String orderId) {
    this(task, orderId, List.of());
  }

  /**
   * The driver once an access is done. What it heard before it read or moved the order is
   * forgotten, as it is by {@link Settlement}: so fewer drivers differ.
   */
  Driver hears(Op op, Done done) {
    return switch (op) {
      case Op.Read _ when !hasGivenUp() ->
          new Driver(taskAfterReading(), orderId, List.of(done.answer()));
      case Op.Move move when done.answer().equals(true) && !hasGivenUp() ->
          new Driver(
              Task.ADVANCE,
              orderId,
              List.of(Objects.requireNonNull(done.world().orders().get(orderId))));
      default -> hears(done.answer());
    };
  }

  Driver hearsNothing() {
    return hears(Nothing.CAME);
  }

  private Driver hears(Object answer) {
    var longer = new ArrayList<>(heard);
    longer.add(answer);
    return new Driver(task, orderId, longer);
  }

  /** Whether all that is left to it is to write that nothing is known. */
  private boolean hasGivenUp() {
    return heard.contains(Nothing.CAME) || heard.contains(new Outcome.Unknown());
  }

  /** A wish that came too late for the order as it was read is made again, and then forgotten. */
  private Task taskAfterReading() {
    boolean isWish = heard.isEmpty() || heard.size() == 3;
    return isWish ? task : Task.ADVANCE;
  }

  /** Where a driver waits for the answer to an access. */
  record Waiting(Driver driver, Op op) {}

  /** Runs it up to its next access; null if it has ended. */
  @Nullable Waiting run(Instant now) {
    var replay = new Replay(now);
    var settlement = new Settlement(replay, replay, replay, replay);
    try {
      switch (task) {
        case ADVANCE -> settlement.advance(orderId, NEVER);
        case CANCEL -> settlement.cancel(orderId, NEVER);
        case REFUND -> settlement.refund(orderId, NEVER);
      }
      return null;
    } catch (Paused e) {
      return new Waiting(new Driver(task, orderId, replay.answers), e.op);
    } catch (Problem e) {
      // The request was refused, or died of a database that didn't answer.
      return null;
    }
  }

  /** Stops the code of a driver at an access whose answer it hasn't heard. */
  private static final class Paused extends Error {
    private final transient Op op;

    Paused(Op op) {
      super("", null, false, false);
      this.op = op;
    }
  }

  /** Gives the driver the answers that it heard before. */
  private final class Replay implements OrderBook, Reservations, Payments, InstantSource {
    private final Instant now;
    private final List<Object> answers = new ArrayList<>(heard);
    private int next;

    Replay(Instant now) {
      this.now = now;
    }

    private <T> T answer(Op op, Class<T> type, Problem failure) {
      if (next == answers.size()) {
        throw new Paused(op);
      }
      var answer = answers.get(next++);
      if (answer == Nothing.CAME) {
        throw failure;
      }
      return type.cast(answer);
    }

    private Outcome call(Op op) {
      return answer(op, Outcome.class, new CallFailed("service"));
    }

    @Override
    public Instant instant() {
      if (next == answers.size()) {
        answers.add(now);
      }
      return (Instant) answers.get(next++);
    }

    @Override
    public Tracked read(String id) {
      return answer(new Op.Read(id), Tracked.class, new Unavailable(""));
    }

    @Override
    public boolean move(Tracked read, Tracked to) {
      return answer(new Op.Move(read, to), Boolean.class, new Unavailable(""));
    }

    @Override
    public Outcome hold(Order order, Deadline deadline) {
      return call(new Op.Hold(order.id()));
    }

    @Override
    public Outcome commit(String id, Deadline deadline) {
      return call(new Op.Commit(id));
    }

    @Override
    public Outcome release(String id, Deadline deadline) {
      return call(new Op.Release(id));
    }

    @Override
    public Outcome charge(Order order, Deadline deadline) {
      return call(new Op.Charge(order.id()));
    }

    @Override
    public Outcome payBack(String id, Deadline deadline) {
      return call(new Op.PayBack(id));
    }
  }
}
