package dev.zerotomillions.local.cli;

/** The system can't be started or deployed; the message is one line that tells the fix. */
final class CannotStart extends Exception {
  private static final long serialVersionUID = 1L;

  CannotStart(String message) {
    super(message);
  }

  CannotStart(String message, Throwable cause) {
    super(message, cause);
  }
}
