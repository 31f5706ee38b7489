package dev.zerotomillions.shared.auth;

import dev.zerotomillions.shared.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Wires the verifier to the keys in the environment. */
@Factory
final class Verification {

  @Singleton
  TokenVerifier tokenVerifier(Settings settings, InstantSource clock) {
    return new TokenVerifier(() -> settings.required("JWKS"), clock);
  }
}
