package dev.zerotomillions.shared.calls;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The moment after which nobody waits for an answer any more. A service's calls hand it on, so that
 * those called don't work for a caller who has given up.
 */
public record Deadline(Instant end) {
  private static final ThreadLocal<@Nullable Deadline> CURRENT = new ThreadLocal<>();

  /**
   * The end of a budget of time that begins now, or the current deadline if that is sooner.
   *
   * @param clock the clock that {@link #remaining} is asked with
   */
  public static Deadline within(Duration budget, InstantSource clock) {
    Instant own = clock.instant().plus(budget);
    Deadline current = CURRENT.get();
    return current != null && current.end.isBefore(own) ? current : new Deadline(own);
  }

  /** The deadline of what this thread serves: a request, a service's call or a task. */
  public static Optional<Deadline> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** What is left of the time; zero when it is over. */
  public Duration remaining(InstantSource clock) {
    Duration left = Duration.between(clock.instant(), end);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Whether nobody waits any more. */
  public boolean hasPassed(InstantSource clock) {
    return !clock.instant().isBefore(end);
  }

  /** Makes this the current deadline of the thread until the scope is closed. */
  public Scope enter() {
    Deadline outer = CURRENT.get();
    CURRENT.set(this);
    return new Scope(outer);
  }

  /** The time in which a deadline is current; scopes nest. */
  public static final class Scope implements AutoCloseable {
    private final @Nullable Deadline outer;

    private Scope(@Nullable Deadline outer) {
      this.outer = outer;
    }

    @Override
    public void close() {
      if (outer == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(outer);
      }
    }
  }
}
