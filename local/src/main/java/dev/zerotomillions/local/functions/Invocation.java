package dev.zerotomillions.local.functions;

/** How an invocation ended. */
public sealed interface Invocation {

  /** The handler returned. {@code payload} is its JSON answer. */
  record Returned(String requestId, byte[] payload) implements Invocation {}

  /**
   * The handler threw, timed out, or its process ended.
   *
   * @param kind {@code Handled} or {@code Unhandled}, as the header {@code X-Amz-Function-Error}
   *     has it
   * @param payload the error as JSON: {@code errorType}, {@code errorMessage}, {@code stackTrace}
   */
  record Failed(String requestId, String kind, byte[] payload) implements Invocation {}

  /** The invocation was accepted for later. */
  record Accepted(String requestId) implements Invocation {}

  /** No execution environment was free within the function's or the account's concurrency. */
  record Throttled(String reason) implements Invocation {}

  /** The caller's patience ended before the function's timeout. */
  record TookTooLong(String requestId) implements Invocation {}

  /** The event is larger than Lambda takes. */
  record PayloadTooLarge(int bytes, int limit) implements Invocation {}

  /** There is no such function, version or alias. */
  record NotFound(String function) implements Invocation {}
}
