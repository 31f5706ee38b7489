package dev.zerotomillions.payments;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.resilience.Admission;
import dev.zerotomillions.shared.resilience.BreakerTerms;
import dev.zerotomillions.shared.resilience.CircuitBreaker;
import dev.zerotomillions.shared.resilience.Guards;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The circuit breaker before the payment provider. While the provider is down, orders learn that at
 * once instead of waiting for it one after the other, and it isn't called but by a probe now and
 * then.
 */
@Singleton
class ProviderCircuit {
  /** Short, as the shop wants to sell again soon after an outage; a probe costs one call. */
  private static final Duration LEFT_ALONE = Duration.ofSeconds(5);

  private static final BreakerTerms TERMS =
      BreakerTerms.of(5, Duration.ofSeconds(30), LEFT_ALONE, Duration.ofSeconds(10));

  private final CircuitBreaker breaker;

  ProviderCircuit(Guards guards, Database database, Settings settings) {
    this.breaker =
        guards.breaker(
            database.table(settings.required("PAYMENTS_TABLE")), "payment-provider", TERMS);
  }

  /**
   * Makes a call, unless the provider is left alone for now. What it refuses is an answer too; what
   * it fails at, or doesn't answer, is not.
   */
  StripeAnswer pass(Supplier<StripeAnswer> call) {
    return switch (breaker.enter()) {
      case Admission.Refused refused -> throw ProviderUnavailable.leftAlone(refused.retryAfter());
      case Admission.Admitted admitted -> made(call, admitted);
    };
  }

  private StripeAnswer made(Supplier<StripeAnswer> call, Admission.Admitted admitted) {
    try {
      var answer = call.get();
      if (answer.status() >= 500) {
        breaker.failed(admitted);
      } else {
        breaker.succeeded(admitted);
      }
      return answer;
    } catch (ProviderUnavailable e) {
      breaker.failed(admitted);
      throw e;
    }
  }
}
