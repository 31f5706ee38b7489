package dev.zerotomillions.payments;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.data.Parameters;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/**
 * The adapter itself, each of whose calls is a point at which a thread may be held up or killed.
 */
@Singleton
@Replaces(StripeProvider.class)
final class GuardedProvider implements PaymentProvider {
  private final StripeProvider provider;

  GuardedProvider(
      Settings settings, Parameters parameters, ProviderCircuit circuit, InstantSource clock) {
    provider = new StripeProvider(settings, parameters, circuit, clock);
  }

  @Override
  public Creation create(NewIntent intent, String key, Deadline deadline) {
    return Points.around(() -> provider.create(intent, key, deadline));
  }

  @Override
  public IntentState look(String intentId, Deadline deadline) {
    return Points.around(() -> provider.look(intentId, deadline));
  }

  @Override
  public IntentState confirm(String intentId, String key, Deadline deadline) {
    return Points.around(() -> provider.confirm(intentId, key, deadline));
  }

  @Override
  public IntentState cancel(String intentId, String key, Deadline deadline) {
    return Points.around(() -> provider.cancel(intentId, key, deadline));
  }

  @Override
  public void refund(String intentId, String key, Deadline deadline) {
    Points.around(
        () -> {
          provider.refund(intentId, key, deadline);
          return true;
        });
  }

  @Override
  public void check(Deadline deadline) {
    provider.check(deadline);
  }
}
