package dev.zerotomillions.shared.data;

import java.util.Optional;

/** Secrets kept outside of the functions' configuration. */
public interface Parameters {

  /**
   * A parameter's decrypted value.
   *
   * @throws ParameterMissing if there is none of that name
   */
  default String get(String name) {
    return find(name).orElseThrow(() -> new ParameterMissing(name));
  }

  /** A parameter's decrypted value, if there is one of that name. */
  Optional<String> find(String name);

  /** Writes a secret unless there is one of that name; tells whether it was written. */
  boolean putIfAbsent(String name, String value);

  /** Writes a secret in the place of that of the same name. */
  void overwrite(String name, String value);

  /** A parameter that the deployment should have made does not exist. */
  final class ParameterMissing extends RuntimeException {
    public ParameterMissing(String name) {
      super("The parameter " + name + " does not exist; deploy the stack Shop-Keys first.");
    }
  }
}
