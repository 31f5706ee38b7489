package dev.zerotomillions.shared.observe;

import dev.zerotomillions.shared.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

/** Wires what the function tells of itself to where Lambda takes it up. */
@Factory
final class Observation {

  @Singleton
  Metrics metrics(Settings settings, InstantSource clock) {
    return new Metrics(settings, System.out, clock);
  }

  @Singleton
  Traces traces(Settings settings, InstantSource clock) {
    String daemon = settings.optional("AWS_XRAY_DAEMON_ADDRESS");
    return new Traces(
        TraceContext::ofInvocation,
        daemon == null ? null : TraceDaemon.at(daemon),
        clock,
        () -> ThreadLocalRandom.current().nextLong());
  }
}
