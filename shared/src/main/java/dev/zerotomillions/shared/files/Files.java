package dev.zerotomillions.shared.files;

import java.net.URI;
import java.time.Duration;

/**
 * Files under keys such as {@code exports/usr_1/job_1.json}, whose first segment says by which
 * rules they are kept.
 */
public interface Files {

  /** Keeps a file, in the place of any that has the key already. */
  void put(String key, String contentType, byte[] content);

  /** Forgets a file, whether or not there is one. */
  void delete(String key);

  /**
   * An address from which whoever has it may download a file, for a while.
   *
   * @param name what browsers are to call it
   */
  URI downloadUrl(String key, String name, Duration lifetime);

  /** An address to which whoever has it may upload exactly the file that was announced. */
  URI uploadUrl(String key, Announced file, Duration lifetime);

  /**
   * A file that someone is about to upload.
   *
   * @param sha256 the digest of its bytes, in Base64
   */
  record Announced(String contentType, long bytes, String sha256) {}
}
