package dev.zerotomillions.shared.problem;

/** The cursor was not made by this list, or not with these parameters. */
public final class InvalidCursor extends Problem {
  public InvalidCursor() {
    super(
        400,
        "invalid-cursor",
        "Invalid cursor",
        "Use nextCursor of the page before, with the same parameters, or none to start anew.");
  }
}
