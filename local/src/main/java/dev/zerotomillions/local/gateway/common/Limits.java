package dev.zerotomillions.local.gateway.common;

/** API Gateway's fixed quotas. */
public final class Limits {
  /** The largest request body. */
  public static final int BODY = 10 * 1024 * 1024;

  /** The request line and header fields together. */
  public static final int HEAD = 10_240;

  /** The account's burst, where a throttle names a rate alone. */
  public static final int ACCOUNT_BURST = 5_000;

  /** The account's rate, where a throttle names a burst alone. */
  public static final double ACCOUNT_RATE = 10_000;

  private Limits() {}
}
