package dev.zerotomillions.shared.problem;

/** Nothing is at the address. */
public final class NotFound extends Problem {
  public NotFound(String detail) {
    super(404, "not-found", "Not found", detail);
  }
}
