package dev.zerotomillions.shared.problem;

/** A write that creates something came without an Idempotency-Key. */
public final class IdempotencyKeyMissing extends Problem {
  public IdempotencyKeyMissing() {
    super(
        400,
        "idempotency-key-missing",
        "Idempotency key missing",
        "Send an Idempotency-Key header, a fresh UUID for each new request.");
  }
}
