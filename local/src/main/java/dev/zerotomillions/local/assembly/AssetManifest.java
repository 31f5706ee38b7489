package dev.zerotomillions.local.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A stack's {@code *.assets.json}: what CDK would upload, and where to. */
final class AssetManifest {
  private AssetManifest() {}

  static List<AssetFile> read(Path folder, JsonNode manifest, String name) throws AssemblyError {
    JsonNode images = manifest.path("dockerImages");
    if (!images.isEmpty()) {
      throw new AssemblyError(
          "%s holds container images (%s); the local emulator runs functions from zip assets alone"
              .formatted(
                  name,
                  String.join(", ", images.properties().stream().map(Map.Entry::getKey).toList())));
    }
    List<AssetFile> assets = new ArrayList<>();
    for (Map.Entry<String, JsonNode> file : manifest.path("files").properties()) {
      JsonNode source = file.getValue().path("source");
      if (!source.has("path")) {
        throw new AssemblyError(
            "Asset %s of %s is made by a command (%s); the local emulator takes files alone"
                .formatted(file.getKey(), name, source.path("executable")));
      }
      for (JsonNode destination : file.getValue().path("destinations")) {
        assets.add(
            new AssetFile(
                destination.path("bucketName").asText(),
                destination.path("objectKey").asText(),
                folder.resolve(source.path("path").asText())));
      }
    }
    return assets;
  }
}
