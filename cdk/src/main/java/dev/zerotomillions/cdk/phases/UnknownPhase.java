package dev.zerotomillions.cdk.phases;

import java.io.Serial;

/** A phase that isn't a number from 0 to 8. */
public final class UnknownPhase extends DeploymentRefused {
  @Serial private static final long serialVersionUID = 1L;

  public UnknownPhase(String phase) {
    super(
        "Phase '%s' is none: give a number from 0 to %d with -c phase=N."
            .formatted(phase, Phase.WORLD.number()));
  }
}
