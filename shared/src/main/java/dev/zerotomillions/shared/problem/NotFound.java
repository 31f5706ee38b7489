package dev.zerotomillions.shared.problem;

/** Nothing is at the address. */
public final class NotFound extends Problem {
  public NotFound(String detail) {
    super(404, "not-found", "Not found", detail);
  }

  /** No endpoint is at the path, or none for whoever asks. */
  public static NotFound at(String path) {
    return new NotFound("Nothing is at " + path + ".");
  }
}
