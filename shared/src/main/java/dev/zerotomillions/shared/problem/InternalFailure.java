package dev.zerotomillions.shared.problem;

/** A fault of ours that nothing anticipated. */
public final class InternalFailure extends Problem {
  public InternalFailure(String requestId) {
    super(
        500,
        "internal-error",
        "Internal error",
        "Something went wrong on our side. Quote request " + requestId + " when you report it.");
  }
}
