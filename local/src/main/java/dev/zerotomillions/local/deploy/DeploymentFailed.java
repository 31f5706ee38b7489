package dev.zerotomillions.local.deploy;

/** A deployment that was refused, or that failed and was rolled back. */
public sealed class DeploymentFailed extends Exception permits DeploymentInProgress {
  private static final long serialVersionUID = 1L;

  DeploymentFailed(String message) {
    super(message);
  }

  DeploymentFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
