package dev.zerotomillions.local.iam.policy;

/** A policy document that IAM would refuse, or that holds what can't be evaluated here. */
public final class MalformedPolicy extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedPolicy(String message) {
    super(message);
  }
}
