package dev.zerotomillions.cdk.phases;

import java.io.Serial;

/** The reason why nothing is synthesized, in one line that tells the fix. */
public abstract class DeploymentRefused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  protected DeploymentRefused(String message) {
    super(message);
  }
}
