package dev.zerotomillions.local.deploy;

/** A deployment that was refused because there is one at a time. */
public final class DeploymentInProgress extends DeploymentFailed {
  private static final long serialVersionUID = 1L;

  DeploymentInProgress() {
    super("Another deployment is in progress; try again when it is over");
  }
}
