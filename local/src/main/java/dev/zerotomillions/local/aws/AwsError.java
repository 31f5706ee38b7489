package dev.zerotomillions.local.aws;

/** A call that AWS would refuse, with the code and the message that AWS gives. */
public final class AwsError extends Exception {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final String code;
  private final String text;

  public AwsError(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
    this.text = message;
  }

  public int status() {
    return status;
  }

  public String message() {
    return text;
  }

  /** The error's code, such as {@code ResourceNotFoundException}. */
  public String code() {
    return code;
  }
}
