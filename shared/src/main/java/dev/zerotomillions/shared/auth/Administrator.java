package dev.zerotomillions.shared.auth;

import java.security.Principal;

/**
 * A signed-in user with the administrator's role; a controller method that takes one refuses all
 * others.
 */
public record Administrator(String id) implements Principal {

  @Override
  public String getName() {
    return id;
  }
}
