package dev.zerotomillions.cdk;

import dev.zerotomillions.cdk.phases.DeploymentRefused;
import java.io.Serial;

/** A context value that isn't one of those understood. */
public final class InvalidContext extends DeploymentRefused {
  @Serial private static final long serialVersionUID = 1L;

  InvalidContext(String key, Object value, String expected) {
    super("-c %s=%s: %s.".formatted(key, value, expected));
  }
}
