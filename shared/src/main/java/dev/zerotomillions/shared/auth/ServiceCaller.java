package dev.zerotomillions.shared.auth;

import java.security.Principal;

/**
 * Another service of ours that makes a request, as the gateway found by its signature.
 *
 * <p>A controller method that takes one answers all others as if it weren't there. It comes first
 * among the method's parameters, so that a stranger learns nothing about the rest of the request.
 *
 * @param identity the ARN of the role that the service acts in, or {@link #IN_PROCESS}
 */
public record ServiceCaller(String identity) implements Principal {
  /** The identity of a caller within the same process, who needs no signature. */
  public static final String IN_PROCESS = "in-process";

  /** The request attribute that holds the caller; events set it, and nothing a client sends. */
  public static final String ATTRIBUTE = "dev.zerotomillions.service-caller";

  @Override
  public String getName() {
    return identity;
  }
}
