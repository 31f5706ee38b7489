package dev.zerotomillions.local.engines;

/** An engine does not run, or ended while it was asked something. */
public final class EngineUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  public EngineUnavailable(String message) {
    super(message);
  }

  public EngineUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
