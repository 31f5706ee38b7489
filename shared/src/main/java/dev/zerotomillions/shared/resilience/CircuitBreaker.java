package dev.zerotomillions.shared.resilience;

import dev.zerotomillions.shared.observe.Metrics;
import dev.zerotomillions.shared.problem.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A circuit breaker that all environments of a service share through a row of its table.
 *
 * <p>The row is read at most once a second, and written for failures and transitions alone: while
 * all is well a call costs no write. A failure counts if at least half of the last calls of its
 * environment failed, so that a callee with a small share of failures among many calls stays
 * connected. When it is open for long enough, one call of all environments' probes the callee.
 *
 * <p>If the table itself fails, the last state known holds, and else calls go: a breaker is an aid,
 * and must not be an outage of its own.
 */
public final class CircuitBreaker {
  private static final Logger LOG = LoggerFactory.getLogger(CircuitBreaker.class);
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final int WRITES = 3;

  private final String callee;
  private final BreakerRow row;
  private final BreakerTerms terms;
  private final InstantSource clock;
  private final Metrics metrics;
  private final RecentOutcomes recent = new RecentOutcomes();
  private volatile Seen seen = new Seen(BreakerState.INITIAL, Instant.MIN);

  private record Seen(BreakerState state, Instant at) {}

  CircuitBreaker(
      String callee, BreakerRow row, BreakerTerms terms, InstantSource clock, Metrics metrics) {
    this.callee = callee;
    this.row = row;
    this.terms = terms;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Asks whether a call may go. */
  public Admission enter() {
    Instant now = clock.instant();
    BreakerState state = current(now);
    if (state.isClosed()) {
      return new Admission.Admitted(null);
    }
    if (state.isProbeDue(now)) {
      BreakerState probing = state.probing(now, terms);
      if (write(probing)) {
        LOG.info("Circuit to {} is half open: probing", callee);
        return new Admission.Admitted(probing);
      }
    }
    Duration wait = Duration.between(now, state.until());
    return new Admission.Refused(wait.isNegative() ? terms.probeFor() : wait);
  }

  /** Reports that the callee answered. */
  public void succeeded(Admission.Admitted call) {
    recent.add(false);
    BreakerState probe = call.probe();
    if (probe != null && write(probe.closed())) {
      recent.forget();
      metrics.count("BreakerClosed");
      LOG.info("Circuit to {} is closed", callee);
    }
  }

  /** Reports that the callee did not answer, or could not. */
  public void failed(Admission.Admitted call) {
    recent.add(true);
    Instant now = clock.instant();
    BreakerState probe = call.probe();
    if (probe != null) {
      if (write(probe.opened(now, terms))) {
        metrics.count("BreakerOpened");
        LOG.warn("Circuit to {} is open again: the probe failed", callee);
      }
    } else if (recent.mostlyFailed()) {
      count(now);
    }
  }

  private void count(Instant now) {
    for (int i = 0; i < WRITES; i++) {
      BreakerState state = read(now);
      if (state == null || !state.isClosed()) {
        return;
      }
      BreakerState next = state.failed(now, terms);
      if (write(next)) {
        if (!next.isClosed()) {
          metrics.count("BreakerOpened");
          LOG.warn("Circuit to {} is open until {}", callee, next.until());
        }
        return;
      }
    }
  }

  private BreakerState current(Instant now) {
    Seen last = seen;
    if (now.isBefore(last.at.plus(FRESH))) {
      return last.state;
    }
    BreakerState read = read(now);
    return read == null ? last.state : read;
  }

  private @Nullable BreakerState read(Instant now) {
    try {
      BreakerState state = row.read();
      seen = new Seen(state, now);
      return state;
    } catch (Unavailable e) {
      LOG.warn("The breaker of {} can't be read: {}", callee, e.getMessage());
      return null;
    }
  }

  private boolean write(BreakerState next) {
    try {
      boolean written = row.write(next);
      // What another environment wrote instead is not known yet: it is read before it is needed.
      seen = written ? new Seen(next, clock.instant()) : new Seen(seen.state, Instant.MIN);
      return written;
    } catch (Unavailable e) {
      LOG.warn("The breaker of {} can't be written: {}", callee, e.getMessage());
      return false;
    }
  }
}
