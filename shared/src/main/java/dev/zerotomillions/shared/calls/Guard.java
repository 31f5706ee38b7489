package dev.zerotomillions.shared.calls;

import dev.zerotomillions.shared.resilience.Admission;
import dev.zerotomillions.shared.resilience.Bulkhead;
import dev.zerotomillions.shared.resilience.CircuitBreaker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What every try passes before it is sent. */
interface Guard {
  /** The guard of calls within the process: who is down there is down here as well. */
  Guard OPEN_DOOR = (timeout, once) -> once.get();

  /**
   * Makes one try.
   *
   * @throws CircuitOpen if the service is left alone
   * @throws BulkheadFull if too many calls are under way
   */
  Try pass(Duration timeout, Supplier<Try> once);

  /** A breaker, and a bulkhead where there is one. */
  record Shared(String service, CircuitBreaker breaker, @Nullable Bulkhead bulkhead)
      implements Guard {
    /** A slot outlasts the try that holds it, even if its end is noticed late. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    @Override
    public Try pass(Duration timeout, Supplier<Try> once) {
      if (bulkhead == null) {
        return throughBreaker(once);
      }
      Optional<Bulkhead.Slot> slot = bulkhead.enter(timeout.plus(SLACK));
      try (Bulkhead.Slot _ = slot.orElseThrow(() -> new BulkheadFull(service))) {
        return throughBreaker(once);
      }
    }

    private Try throughBreaker(Supplier<Try> once) {
      return switch (breaker.enter()) {
        case Admission.Refused refused -> throw new CircuitOpen(service, refused.retryAfter());
        case Admission.Admitted admitted -> {
          Try result = once.get();
          if (result instanceof Try.Answered) {
            breaker.succeeded(admitted);
          } else {
            breaker.failed(admitted);
          }
          yield result;
        }
      };
    }
  }
}
