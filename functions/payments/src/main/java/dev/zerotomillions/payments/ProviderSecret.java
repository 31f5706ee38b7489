package dev.zerotomillions.payments;

import dev.zerotomillions.shared.data.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** A secret that the provider shares with us, read anew now and then, as it may be replaced. */
final class ProviderSecret {
  private static final Duration KEPT = Duration.ofMinutes(5);

  private final Parameters parameters;
  private final String name;
  private final InstantSource clock;
  private volatile @Nullable Known known;

  /**
   * @param name the parameter that holds it
   */
  ProviderSecret(Parameters parameters, String name, InstantSource clock) {
    this.parameters = parameters;
    this.name = name;
    this.clock = clock;
  }

  String value() {
    var now = clock.instant();
    var last = known;
    if (last == null || !now.isBefore(last.until())) {
      last = new Known(parameters.get(name), now.plus(KEPT));
      known = last;
    }
    return last.value();
  }

  private record Known(String value, Instant until) {}
}
