package dev.zerotomillions.shared.problem;

/** The address exists, but not for the method. */
public final class MethodNotAllowed extends Problem {
  public MethodNotAllowed(String method, String allowed) {
    super(
        405,
        "method-not-allowed",
        "Method not allowed",
        method + " is not allowed here; use " + allowed + ".");
    header("Allow", allowed);
  }
}
