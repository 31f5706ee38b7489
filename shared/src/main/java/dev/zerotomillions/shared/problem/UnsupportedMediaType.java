package dev.zerotomillions.shared.problem;

/** The body is not declared as JSON. */
public final class UnsupportedMediaType extends Problem {
  public UnsupportedMediaType() {
    super(
        415,
        "unsupported-media-type",
        "Unsupported media type",
        "Send the body as Content-Type: application/json.");
  }
}
