package dev.zerotomillions.local.functions;

/** Lambda's limits on payloads, in bytes. */
public final class Limits {
  /** An event of an invocation that is waited for: 6 MB. */
  public static final int REQUEST = 6_291_456;

  /** A handler's answer: 6 MB and 100 bytes. */
  public static final int RESPONSE = 6_291_556;

  /** An event of an invocation that is queued: 1 MB. */
  public static final int QUEUED_REQUEST = 1_048_576;

  private Limits() {}
}
