package dev.zerotomillions.shared.calls;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** The way on which a call travels to a service: once, without any retry. */
public interface Transport {
  /** The name of the bean that reaches services in the same process. */
  String IN_PROCESS = "in-process";

  /** The name of the bean that reaches services through the gateway. */
  String SIGNED_HTTP = "signed-http";

  /**
   * Sends a call and waits for the answer.
   *
   * @param body the call's body as it is to be sent; empty if there is none
   * @throws IOException if no answer came within the timeout
   */
  CallAnswer exchange(ServiceCall call, byte[] body, Map<String, String> headers, Duration timeout)
      throws IOException;
}
