package dev.zerotomillions.orders;

import dev.zerotomillions.shared.calls.CallPolicy;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** How other services are called where the standard way doesn't suit. */
@Factory
final class Callees {
  /** More customers than that never wait for a slow payment provider at once. */
  private static final int PAYMENTS_AT_ONCE = 64;

  @Singleton
  @Named("payments")
  CallPolicy payments() {
    return CallPolicy.standard().withSlots(PAYMENTS_AT_ONCE);
  }
}
