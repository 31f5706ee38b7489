package dev.zerotomillions.local.assembly;

/** A cloud assembly that can't be read, or holds what the emulator can't run. */
public final class AssemblyError extends Exception {
  private static final long serialVersionUID = 1L;

  AssemblyError(String message) {
    super(message);
  }

  AssemblyError(String message, Throwable cause) {
    super(message, cause);
  }
}
