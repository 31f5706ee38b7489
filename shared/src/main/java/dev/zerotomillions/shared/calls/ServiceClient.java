package dev.zerotomillions.shared.calls;

/** One service as the others call it. */
public interface ServiceClient {

  /**
   * Sends a call and waits for the answer, at most until the deadline. 2xx and 4xx are answers, but
   * for 429; that, 5xx, timeouts and refused connections are tried again while the deadline and the
   * retry budget allow. So a call has to be one that may arrive twice.
   *
   * @throws CallFailed if no try was answered; the callee may or may not have acted
   * @throws CircuitOpen if the service failed so much lately that it was not called
   * @throws BulkheadFull if too many calls to the service are under way
   */
  CallAnswer send(ServiceCall call, Deadline deadline);
}
