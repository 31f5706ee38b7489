package dev.zerotomillions.shared.data;

/** Secrets kept outside of the functions' configuration. */
public interface Parameters {

  /**
   * A parameter's decrypted value.
   *
   * @throws ParameterMissing if there is none of that name
   */
  String get(String name);

  /** Writes a secret unless there is one of that name; tells whether it was written. */
  boolean putIfAbsent(String name, String value);

  /** A parameter that the deployment should have made does not exist. */
  final class ParameterMissing extends RuntimeException {
    public ParameterMissing(String name) {
      super("The parameter " + name + " does not exist; deploy the stack Shop-Keys first.");
    }
  }
}
