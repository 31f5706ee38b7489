package dev.zerotomillions.local.functions;

import java.time.Duration;
import java.util.Optional;

/** The functions that are deployed, ready to be invoked. */
public interface Functions {

  /**
   * Invokes a function and waits for its answer.
   *
   * @param function a function's name or ARN, with or without a qualifier (version or alias)
   * @param payload the event, JSON in UTF-8
   * @param patience how long the caller waits; the function itself may run on until its own timeout
   */
  Invocation invoke(String function, byte[] payload, Duration patience) throws InterruptedException;

  /**
   * Invokes a function as part of a caller's trace.
   *
   * @param trace the trace, which implementations may leave alone
   */
  default Invocation invoke(
      String function, byte[] payload, Duration patience, Optional<TraceHeader> trace)
      throws InterruptedException {
    return invoke(function, payload, patience);
  }

  /**
   * Queues an invocation as Lambda's {@code InvocationType=Event} does: answered at once, retried
   * twice.
   */
  Invocation invokeLater(String function, byte[] payload);
}
