package dev.zerotomillions.local.cli;

import dev.zerotomillions.local.assembly.Assembly;
import dev.zerotomillions.local.assembly.AssetFile;
import dev.zerotomillions.local.functions.UnzippedAssets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files of the cloud assemblies that were deployed, by the key under which CDK would upload
 * them.
 */
final class AssetFolder implements UnzippedAssets.AssetFiles {
  private final Map<String, Path> byKey = new ConcurrentHashMap<>();

  void add(Assembly assembly) {
    for (AssetFile asset : assembly.assets()) {
      byKey.put(asset.objectKey(), asset.source());
    }
  }

  @Override
  public Optional<Path> find(String bucket, String key) {
    return Optional.ofNullable(byKey.get(key));
  }
}
