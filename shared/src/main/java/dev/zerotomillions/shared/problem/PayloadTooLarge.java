package dev.zerotomillions.shared.problem;

/** The body is longer than any endpoint takes. */
public final class PayloadTooLarge extends Problem {
  public PayloadTooLarge(int limit) {
    super(
        413,
        "payload-too-large",
        "Payload too large",
        "The body is longer than " + limit + " bytes.");
  }
}
