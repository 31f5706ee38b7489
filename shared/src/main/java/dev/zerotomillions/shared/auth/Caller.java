package dev.zerotomillions.shared.auth;

import java.security.Principal;

/**
 * The signed-in user who makes a request.
 *
 * <p>A controller method that takes one refuses requests without a valid token. It comes first
 * among the method's parameters, so that a stranger learns nothing about the rest of the request.
 *
 * @param sessionId the session that the token belongs to; it may have ended since
 */
public record Caller(String id, Role role, String sessionId) implements Principal {

  @Override
  public String getName() {
    return id;
  }
}
