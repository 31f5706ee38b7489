package dev.zerotomillions.shared.secrets;

import java.util.Optional;

/** Secrets by name, encrypted at rest. */
public interface SecretStore {

  Optional<String> find(String name);

  /** Stores the value unless there is one already; says whether it did. */
  boolean create(String name, String value);

  void overwrite(String name, String value);

  /**
   * A secret that the function cannot do without.
   *
   * @throws SecretMissing if nothing has the name
   */
  default String required(String name) {
    return find(name).orElseThrow(() -> new SecretMissing(name));
  }
}
