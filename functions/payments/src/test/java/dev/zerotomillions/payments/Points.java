package dev.zerotomillions.payments;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The points at which a thread may be held up or killed: before and after each outside call. */
final class Points {
  private static final ThreadLocal<@Nullable Guard> GUARD = new ThreadLocal<>();

  private Points() {}

  /** What happens to a thread at each point. */
  @FunctionalInterface
  interface Guard {
    void pass();
  }

  /** Does something whose outside calls are guarded. */
  static <T> T guarded(Guard guard, Supplier<T> work) {
    GUARD.set(guard);
    try {
      return work.get();
    } finally {
      GUARD.remove();
    }
  }

  /** Makes an outside call. */
  static <T> T around(Supplier<T> call) {
    var guard = GUARD.get();
    if (guard == null) {
      return call.get();
    }
    guard.pass();
    T result = call.get();
    guard.pass();
    return result;
  }

  /** The function ends at a point, as if its process were killed there. */
  static final class Killed extends RuntimeException {
    Killed() {
      super("Killed", null, false, false);
    }
  }

  /** Kills the thread at its so many-th point. */
  static final class Killer implements Guard {
    private int left;
    private boolean struck;

    Killer(int point) {
      left = point;
    }

    @Override
    public void pass() {
      if (left-- == 0) {
        struck = true;
        throw new Killed();
      }
    }

    /** Whether the work had so many points at all. */
    boolean struck() {
      return struck;
    }
  }
}
