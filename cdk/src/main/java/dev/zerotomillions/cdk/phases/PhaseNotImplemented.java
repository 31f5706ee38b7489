package dev.zerotomillions.cdk.phases;

import static java.util.stream.Collectors.joining;

import java.io.Serial;

/** A phase of the map that has no stacks yet. */
public final class PhaseNotImplemented extends DeploymentRefused {
  @Serial private static final long serialVersionUID = 1L;

  PhaseNotImplemented(Phase phase) {
    super(
        "Phase %s is not implemented yet; choose one of: %s."
            .formatted(
                phase, Phase.implemented().stream().map(Phase::toString).collect(joining(", "))));
  }
}
