package dev.zerotomillions.shared.jobs;

/** A job can't be done, and trying again would not help. */
public final class JobFailed extends RuntimeException {

  /**
   * Says why.
   *
   * @param cause in words such as {@code user-erased}, which the job's owner sees
   */
  public JobFailed(String cause) {
    super(cause, null, false, false);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
