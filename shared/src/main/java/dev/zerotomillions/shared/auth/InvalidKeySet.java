package dev.zerotomillions.shared.auth;

/** The function's environment holds no usable JWK Set. */
public final class InvalidKeySet extends RuntimeException {

  InvalidKeySet(Throwable cause) {
    super(
        "The environment variable JWKS must hold a JWK Set with EC P-256 public keys, as"
            + " ProvisionSigningKey answers it.",
        cause);
  }
}
