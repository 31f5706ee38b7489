package dev.zerotomillions.shared.problem;

/** An endpoint that needs a body got none. */
public final class BodyMissing extends Problem {
  public BodyMissing() {
    super(
        400,
        "body-missing",
        "Body missing",
        "This endpoint needs a JSON body, sent with Content-Type: application/json.");
  }
}
