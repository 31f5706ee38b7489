package dev.zerotomillions.users;

import dev.zerotomillions.shared.data.Parameters;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;

/**
 * The secrets that the shop can't run without, created when they are missing and never otherwise
 * replaced.
 */
final class Secrets {
  private static final int RANDOM_BYTES = 32;

  private final Parameters parameters;
  private final InstantSource clock;

  Secrets(Parameters parameters, InstantSource clock) {
    this.parameters = parameters;
    this.clock = clock;
  }

  /** The signing key's ring, generated if there is none. */
  KeyRing provideSigningKey(String parameter, long generation) {
    var stored = parameters.find(parameter);
    if (stored.isPresent()) {
      return KeyRing.parse(stored.get());
    }
    var ring = KeyRing.generate(generation, clock.instant());
    // Another invocation may have been faster; then its key is the one.
    return parameters.putIfAbsent(parameter, ring.toJson())
        ? ring
        : KeyRing.parse(parameters.get(parameter));
  }

  /** The ring with a new signing key, unless it has reached the generation already. */
  KeyRing rotateSigningKey(String parameter, long generation) {
    var ring = provideSigningKey(parameter, generation);
    if (ring.generation() >= generation) {
      return ring;
    }
    var rotated = ring.rotated(generation, clock.instant());
    parameters.overwrite(parameter, rotated.toJson());
    return rotated;
  }

  void provideRandom(String parameter) {
    var secret = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(secret);
    parameters.putIfAbsent(parameter, Base64.getEncoder().encodeToString(secret));
  }
}
