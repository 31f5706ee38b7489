package dev.zerotomillions.shared.problem;

/** The Idempotency-Key is no usable key. */
public final class IdempotencyKeyMalformed extends Problem {
  public IdempotencyKeyMalformed() {
    super(
        400,
        "idempotency-key-malformed",
        "Idempotency key malformed",
        "An Idempotency-Key has 1 to 128 visible ASCII characters; a UUID will do.");
  }
}
