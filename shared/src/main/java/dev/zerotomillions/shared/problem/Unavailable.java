package dev.zerotomillions.shared.problem;

/** A dependency is over its limits for the moment. */
public final class Unavailable extends Problem {
  public Unavailable(String detail) {
    super(503, "unavailable", "Temporarily unavailable", detail);
    header("Retry-After", "1");
  }
}
