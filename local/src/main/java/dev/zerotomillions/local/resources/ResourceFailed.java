package dev.zerotomillions.local.resources;

/** A resource could not be provisioned; the message says why and what to do. */
public class ResourceFailed extends Exception {
  private static final long serialVersionUID = 1L;

  public ResourceFailed(String message) {
    super(message);
  }

  public ResourceFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
