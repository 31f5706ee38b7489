package dev.zerotomillions.local.s3.store;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One version of an object, or the mark that the object was deleted.
 *
 * @param versionId {@code null} as text where the bucket kept no versions at that time
 * @param sequence rises with each version that the bucket takes
 * @param etag without quotation marks
 * @param headers what is given back with the object, by lower-case name
 */
public record ObjectVersion(
    String key,
    String versionId,
    long sequence,
    Instant lastModified,
    String etag,
    long size,
    Map<String, String> headers,
    boolean deleteMarker) {

  /** The id of versions of buckets that keep none. */
  public static final String NO_ID = "null";

  public ObjectVersion {
    headers = Collections.unmodifiableMap(new TreeMap<>(headers));
  }
}
