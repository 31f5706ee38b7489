package dev.zerotomillions.cdk.constructs;

import dev.zerotomillions.cdk.endpoints.Service;
import dev.zerotomillions.cdk.phases.DeploymentRefused;
import java.io.Serial;
import java.nio.file.Path;

/** A function's zip that has not been built. */
public final class ArtifactMissing extends DeploymentRefused {
  @Serial private static final long serialVersionUID = 1L;

  ArtifactMissing(Service service, Path zip) {
    super(
        "%s is missing: build it with ./mvnw package -pl functions/%s -am, or name another folder with -c assets=DIR."
            .formatted(zip, service.id()));
  }
}
