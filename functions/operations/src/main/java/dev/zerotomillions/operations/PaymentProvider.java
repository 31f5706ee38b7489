package dev.zerotomillions.operations;

import dev.zerotomillions.shared.calls.CalleeUnavailable;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.calls.ServiceCall;
import dev.zerotomillions.shared.calls.ServiceCalls;
import dev.zerotomillions.shared.calls.UnexpectedAnswer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * The payment provider, which payments ask in our place, as they alone have its key.
 *
 * <p>For the template: the function calls {@code CheckProvider}.
 */
@Singleton
class PaymentProvider implements Tier {
  /** A little less than the checks' patience, so that a slow provider is told as such. */
  private static final Duration BUDGET = Duration.ofMillis(7500);

  private final ServiceCalls calls;
  private final InstantSource clock;

  PaymentProvider(ServiceCalls calls, InstantSource clock) {
    this.calls = calls;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "payments";
  }

  @Override
  public Map<String, Check> checks() {
    return Map.of("provider", this::answers);
  }

  private boolean answers() {
    try {
      var answer =
          calls
              .to("payments")
              .send(ServiceCall.get("/internal/payments/health"), Deadline.within(BUDGET, clock));
      return answer.isSuccess() && TierHealth.UP.equals(answer.json().get("state"));
    } catch (CalleeUnavailable | UnexpectedAnswer e) {
      return false;
    }
  }
}
