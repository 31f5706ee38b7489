package dev.zerotomillions.shared.calls;

import org.jspecify.annotations.Nullable;

/** A service's answer is none that the caller knows; the two were built from other contracts. */
public final class UnexpectedAnswer extends RuntimeException {

  UnexpectedAnswer(CallAnswer answer, String wanted, @Nullable Throwable cause) {
    super(
        "An answer with status "
            + answer.status()
            + " is not "
            + wanted
            + "; compare the callee's OpenAPI document with what the caller reads.",
        cause);
  }

  /** The service answered with a status that its contract doesn't have. */
  public UnexpectedAnswer(CallAnswer answer) {
    this(answer, "in the contract", null);
  }
}
