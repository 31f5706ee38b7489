package dev.zerotomillions.shared.problem;

/** The request's target, query or headers cannot be read. */
public final class MalformedRequest extends Problem {
  public MalformedRequest(String detail) {
    super(400, "malformed-request", "Malformed request", detail);
  }
}
