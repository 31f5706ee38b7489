package dev.zerotomillions.shared.secrets;

/** A parameter that the deployment creates is not there. */
public final class SecretMissing extends RuntimeException {
  SecretMissing(String name) {
    super(
        "There is no parameter "
            + name
            + "; deploy the stack Shop-Keys, whose custom resource creates it.");
  }
}
