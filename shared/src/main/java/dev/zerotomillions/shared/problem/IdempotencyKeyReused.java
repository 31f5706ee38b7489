package dev.zerotomillions.shared.problem;

/** The Idempotency-Key was already used for another request. */
public final class IdempotencyKeyReused extends Problem {
  public IdempotencyKeyReused() {
    super(
        422,
        "idempotency-key-reused",
        "Idempotency key reused",
        "This Idempotency-Key belongs to a request with another body; use a fresh one.");
  }
}
