package dev.zerotomillions.cdk.constructs;

import dev.zerotomillions.cdk.endpoints.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import software.amazon.awscdk.services.lambda.Code;

/** The built zips of the functions, each read once per stack. */
public final class Artifacts {
  private final Path folder;
  private final Map<Service, Code> codes = new EnumMap<>(Service.class);

  public Artifacts(Path folder) {
    this.folder = folder;
  }

  /** Returns the code of a service's functions, which must have been built. */
  public Code of(Service service) {
    return codes.computeIfAbsent(service, this::read);
  }

  private Code read(Service service) {
    Path zip = folder.resolve(service.id()).resolve("target").resolve("function.zip");
    if (!Files.isRegularFile(zip)) {
      throw new ArtifactMissing(service, zip);
    }
    return Code.fromAsset(zip.toString());
  }
}
