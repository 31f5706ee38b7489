package dev.zerotomillions.shared.auth;

import dev.zerotomillions.shared.problem.Problem;

/** The caller is known but lacks the role that the endpoint needs. */
public final class RoleMissing extends Problem {

  RoleMissing(Role needed) {
    super(403, "forbidden", "Forbidden", "This needs the role " + needed.label() + ".");
  }
}
