package dev.zerotomillions.local.functions;

import dev.zerotomillions.local.resources.ResourceFailed;
import java.nio.file.Path;

/** Where functions' code is, unzipped. */
public interface CodeStore {

  /**
   * A function's code.
   *
   * @param folder the unzipped code; it never changes
   * @param sha256 the zip's digest, in base64
   * @param size the zip's size in bytes
   */
  record Code(Path folder, String sha256, long size) {}

  /** Finds the code that a template names by bucket and key, as CDK's assets are named. */
  Code find(String bucket, String key) throws ResourceFailed;
}
