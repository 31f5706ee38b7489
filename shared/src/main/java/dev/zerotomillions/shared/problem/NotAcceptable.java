package dev.zerotomillions.shared.problem;

/** The client accepts none of the media types that the endpoint offers. */
public final class NotAcceptable extends Problem {
  public NotAcceptable() {
    super(
        406,
        "not-acceptable",
        "Not acceptable",
        "This endpoint answers application/json; accept that or */*.");
  }
}
