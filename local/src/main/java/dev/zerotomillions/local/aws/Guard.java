package dev.zerotomillions.local.aws;

import java.util.List;

/** Decides whether a call may be made. */
@FunctionalInterface
public interface Guard {
  /** Lets everyone do everything. */
  Guard OPEN = (call, service, rights) -> {};

  /** The rights that a call asks for. */
  @FunctionalInterface
  interface Rights {
    /**
     * All of them.
     *
     * @throws AwsError if they aren't known: the call is then refused to those who have policies
     */
    List<Need> in(Arns arns) throws AwsError;
  }

  /**
   * Lets a call pass, or refuses it with AWS's own words.
   *
   * @param service the service's signing name
   * @param rights asked only where the caller has policies
   */
  void check(AwsRequest call, String service, Rights rights) throws AwsError;

  /** The refusal of a call of which it isn't known here what rights it asks for. */
  static AwsError unknown(String service, String operation) {
    return new AwsError(
        501,
        "NotImplemented",
        "The local emulator doesn't know what rights %s:%s asks for, and so refuses it to functions"
            .formatted(service, operation));
  }
}
