package dev.zerotomillions.local.functions;

import java.time.Duration;

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
   * Queues an invocation as Lambda's {@code InvocationType=Event} does: answered at once, retried
   * twice.
   */
  Invocation invokeLater(String function, byte[] payload);
}
