package dev.zerotomillions.local.functions;

import dev.zerotomillions.local.resources.ResourceFailed;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The code store in the data folder: each asset is unzipped once, and stays for later runs.
 *
 * <p>A folder is named by its asset's key, which is the hash of what is in it.
 */
public final class UnzippedAssets implements CodeStore {

  /** Finds an asset's zip in the cloud assembly. */
  @FunctionalInterface
  public interface AssetFiles {
    Optional<Path> find(String bucket, String key);
  }

  private final Path folder;
  private final AssetFiles assets;

  /**
   * @param folder the folder {@code code} in the data folder
   */
  public UnzippedAssets(Path folder, AssetFiles assets) {
    this.folder = folder.toAbsolutePath();
    this.assets = assets;
  }

  @Override
  public synchronized Code find(String bucket, String key) throws ResourceFailed {
    var name = key.replaceFirst("\\.zip$", "").replaceAll("[^A-Za-z0-9._-]", "_");
    var target = folder.resolve(name);
    try {
      if (!Files.exists(target)) {
        var zip =
            assets
                .find(bucket, key)
                .orElseThrow(
                    () ->
                        new ResourceFailed(
                            "No asset s3://%s/%s in the cloud assembly; synthesize it again"
                                .formatted(bucket, key)));
        unzip(zip, target);
      }
      var digest = Files.readAllLines(digestFile(target));
      return new Code(target, digest.get(0), Long.parseLong(digest.get(1)));
    } catch (IOException e) {
      throw new ResourceFailed("Can't unzip asset %s to %s: %s".formatted(key, target, e), e);
    }
  }

  private void unzip(Path zip, Path target) throws IOException {
    Files.createDirectories(folder);
    var fresh = Files.createTempDirectory(folder, "unzipping");
    var digest = sha256();
    try (var file =
            new DigestInputStream(new BufferedInputStream(Files.newInputStream(zip)), digest);
        var entries = new ZipInputStream(file)) {
      for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        extract(entry, entries, fresh);
      }
      file.transferTo(java.io.OutputStream.nullOutputStream());
    }
    Files.write(
        digestFile(target),
        List.of(Base64.getEncoder().encodeToString(digest.digest()), "" + Files.size(zip)));
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void extract(ZipEntry entry, InputStream content, Path into) throws IOException {
    var file = into.resolve(entry.getName()).normalize();
    if (!file.startsWith(into)) {
      throw new FileAlreadyExistsException(
          entry.getName(), into.toString(), "leads out of the zip's own folder");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
    } else {
      Files.createDirectories(file.getParent());
      Files.copy(content, file);
    }
  }

  private static Path digestFile(Path target) {
    return target.resolveSibling(target.getFileName() + ".sha256");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
