package dev.zerotomillions.shared.resilience;

import dev.zerotomillions.shared.data.Row;
import java.time.Instant;

/**
 * What all environments know of a callee, and how it changes.
 *
 * @param failures those counted while closed
 * @param until when the count begins anew (closed), when a probe may go (open), or when the probe
 *     counts as lost (half open)
 * @param version zero if nothing was ever written
 */
record BreakerState(Mode mode, int failures, Instant until, long version) {
  static final BreakerState INITIAL = new BreakerState(Mode.CLOSED, 0, Instant.EPOCH, 0);

  enum Mode {
    CLOSED,
    OPEN,
    HALF_OPEN
  }

  static BreakerState of(Row row) {
    return new BreakerState(
        Mode.valueOf(row.text("mode")),
        (int) row.number("failures"),
        row.time("until"),
        row.number("version"));
  }

  Row row(String pk, String sk) {
    return Row.of(pk, sk)
        .with("mode", mode.name())
        .with("failures", failures)
        .with("until", until)
        .with("version", version);
  }

  /** Whether a caller may go, without asking for the place of the probe. */
  boolean isClosed() {
    return mode == Mode.CLOSED;
  }

  boolean isProbeDue(Instant now) {
    return mode != Mode.CLOSED && !now.isBefore(until);
  }

  BreakerState probing(Instant now, BreakerTerms terms) {
    return next(Mode.HALF_OPEN, failures, now.plus(terms.probeFor()));
  }

  /** After the failure of a call that went while this was closed. */
  BreakerState failed(Instant now, BreakerTerms terms) {
    boolean sameWindow = now.isBefore(until);
    int counted = sameWindow ? failures + 1 : 1;
    if (counted >= terms.failures()) {
      return opened(now, terms);
    }
    return next(Mode.CLOSED, counted, sameWindow ? until : now.plus(terms.window()));
  }

  BreakerState opened(Instant now, BreakerTerms terms) {
    return next(Mode.OPEN, failures, now.plus(terms.openFor()));
  }

  BreakerState closed() {
    return next(Mode.CLOSED, 0, Instant.EPOCH);
  }

  private BreakerState next(Mode to, int counted, Instant end) {
    return new BreakerState(to, counted, end, version + 1);
  }
}
