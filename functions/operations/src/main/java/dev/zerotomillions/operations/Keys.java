package dev.zerotomillions.operations;

import dev.zerotomillions.shared.auth.InvalidKeySet;
import dev.zerotomillions.shared.auth.TokenVerifier;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * The keys by which every function verifies tokens.
 *
 * <p>For the template: the function needs {@code JWKS} in its environment, as all have that verify.
 */
@Singleton
class Keys implements Tier {
  private final TokenVerifier verifier;

  Keys(TokenVerifier verifier) {
    this.verifier = verifier;
  }

  @Override
  public String name() {
    return "keys";
  }

  @Override
  public Map<String, Check> checks() {
    return Map.of("verification", this::canVerify);
  }

  private boolean canVerify() {
    try {
      return verifier.hasKeys();
    } catch (InvalidKeySet e) {
      return false;
    }
  }
}
