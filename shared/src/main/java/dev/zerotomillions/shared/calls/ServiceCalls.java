package dev.zerotomillions.shared.calls;

/**
 * The other services, to be called. In the monolith a call is dispatched within the process;
 * elsewhere it is a signed request through the gateway. The caller's code is the same.
 */
public interface ServiceCalls {

  /**
   * The service of a name, such as {@code payments}: the second segment of its internal addresses.
   */
  ServiceClient to(String service);
}
