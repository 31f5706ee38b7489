package dev.zerotomillions.local.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The assembly's {@code manifest.json}, which lists its artifacts by id. */
final class Manifest {
  private static final String STACK = "aws:cloudformation:stack";
  private static final String ASSETS = "cdk:asset-manifest";

  /** What says nothing about a deployment. */
  private static final Set<String> INFORMATION = Set.of("cdk:tree", "cdk:feature-flag-report");

  private final Path folder;
  private final Map<String, JsonNode> stacks = new LinkedHashMap<>();
  private final List<JsonNode> assetManifests = new ArrayList<>();

  Manifest(Path folder, ObjectNode manifest) throws AssemblyError {
    this.folder = folder;
    for (Map.Entry<String, JsonNode> each : manifest.path("artifacts").properties()) {
      String type = each.getValue().path("type").asText();
      switch (type) {
        case STACK -> stacks.put(each.getKey(), each.getValue());
        case ASSETS -> assetManifests.add(each.getValue());
        default -> {
          if (!INFORMATION.contains(type)) {
            throw new AssemblyError(
                "%s holds %s of type %s, which the local emulator does not run; nested assemblies (CDK stages) are to be synthesized as apps of their own"
                    .formatted(folder, each.getKey(), type));
          }
        }
      }
    }
  }

  List<StackArtifact> stacks() throws AssemblyError {
    Map<String, StackArtifact> ordered = new LinkedHashMap<>();
    for (String id : stacks.keySet()) {
      add(id, ordered, new ArrayList<>());
    }
    return List.copyOf(ordered.values());
  }

  List<AssetFile> assets() throws AssemblyError {
    Map<String, AssetFile> byKey = new LinkedHashMap<>();
    for (JsonNode manifest : assetManifests) {
      String file = manifest.path("properties").path("file").asText();
      for (AssetFile asset :
          AssetManifest.read(folder, Assembly.readJson(folder.resolve(file)), file)) {
        byKey.put(asset.objectKey(), asset);
      }
    }
    return List.copyOf(byKey.values());
  }

  private void add(String id, Map<String, StackArtifact> ordered, List<String> path)
      throws AssemblyError {
    if (ordered.containsKey(id)) {
      return;
    }
    if (path.contains(id)) {
      throw new AssemblyError(
          "The stacks depend on each other in a circle: %s"
              .formatted(String.join(" -> ", path) + " -> " + id));
    }
    JsonNode artifact = artifact(id);
    path.add(id);
    List<String> dependencies = new ArrayList<>();
    for (JsonNode dependency : artifact.path("dependencies")) {
      if (stacks.containsKey(dependency.asText())) {
        add(dependency.asText(), ordered, path);
        dependencies.add(nameOf(dependency.asText()));
      }
    }
    path.removeLast();
    ordered.put(id, stack(id, artifact, dependencies));
  }

  private StackArtifact stack(String id, JsonNode artifact, List<String> dependencies)
      throws AssemblyError {
    JsonNode properties = artifact.path("properties");
    Map<String, String> parameters = new HashMap<>();
    properties
        .path("parameters")
        .properties()
        .forEach(each -> parameters.put(each.getKey(), each.getValue().asText()));
    return new StackArtifact(
        nameOf(id),
        region(artifact.path("environment").asText()),
        Assembly.readJson(folder.resolve(properties.path("templateFile").asText())),
        parameters,
        dependencies,
        properties.path("terminationProtection").asBoolean());
  }

  private JsonNode artifact(String id) {
    return Objects.requireNonNull(stacks.get(id));
  }

  private String nameOf(String id) {
    return artifact(id).path("properties").path("stackName").asText(id);
  }

  /** The region of {@code aws://account/region}. */
  private static Optional<String> region(String environment) {
    String region = environment.substring(environment.lastIndexOf('/') + 1);
    return region.isEmpty() || region.startsWith("unknown")
        ? Optional.empty()
        : Optional.of(region);
  }
}
