package dev.zerotomillions.shared.secrets;

/** Systems Manager could not be reached, or was overloaded, at each of several attempts. */
public final class SsmUnreachable extends RuntimeException {
  SsmUnreachable(String operation, Throwable cause) {
    super(
        operation
            + " failed at every attempt; check the function's network path to the endpoint of ssm.",
        cause);
  }
}
