package dev.zerotomillions.shared.secrets;

/** Systems Manager refused a call. */
public final class SsmRefused extends RuntimeException {
  private final String code;

  SsmRefused(String operation, int status, String code, String message) {
    super(operation + " answered " + status + " " + code + ": " + message);
    this.code = code;
  }

  /** The error's code, such as {@code ParameterNotFound}. */
  String code() {
    return code;
  }
}
