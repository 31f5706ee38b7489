package dev.zerotomillions.local.s3.api;

import dev.zerotomillions.local.s3.store.ObjectVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The headers that are kept with an object, and refusal of those that would have to do more. */
final class ObjectHeaders {
  private static final String META = "x-amz-meta-";
  private static final Set<String> KEPT =
      Set.of("cache-control", "content-disposition", "content-language", "content-type", "expires");

  /** Of the protocol itself, or of no consequence. */
  private static final Set<String> PLAIN =
      Set.of(
          "x-amz-checksum-algorithm",
          "x-amz-checksum-mode",
          "x-amz-checksum-type",
          "x-amz-content-sha256",
          "x-amz-date",
          "x-amz-decoded-content-length",
          "x-amz-expected-bucket-owner",
          "x-amz-mp-object-size",
          "x-amz-request-payer",
          "x-amz-sdk-checksum-algorithm",
          "x-amz-security-token",
          "x-amz-trailer",
          "x-amz-user-agent",
          "x-amz-bypass-governance-retention");

  /** Headers whose only values here are those that change nothing. */
  private static final Map<String, Set<String>> LIMITED =
      Map.of(
          "x-amz-acl", Set.of("private", "bucket-owner-full-control"),
          "x-amz-server-side-encryption", Set.of("AES256"),
          "x-amz-storage-class", Set.of("STANDARD"),
          "x-amz-tagging-directive", Set.of("COPY"),
          "x-amz-metadata-directive", Set.of("COPY", "REPLACE"));

  private ObjectHeaders() {}

  /** Refuses a request with a header that S3 heeds and the emulator does not. */
  static void refuseUnknown(S3Request request) throws S3Error {
    for (Map.Entry<String, List<String>> header : request.headers().entrySet()) {
      String name = header.getKey();
      if (LIMITED.containsKey(name)
          && !LIMITED.getOrDefault(name, Set.of()).contains(header.getValue().getFirst())) {
        throw S3Error.notEmulated(
            "The header %s with the value %s".formatted(name, header.getValue().getFirst()));
      }
      boolean known =
          !name.startsWith("x-amz-")
              || name.startsWith(META)
              || name.startsWith("x-amz-copy-source")
              || PLAIN.contains(name)
              || LIMITED.containsKey(name)
              || Checksum.isHeader(name);
      if (!known) {
        throw S3Error.notEmulated("The header " + name);
      }
    }
  }

  /** What is kept of a request's headers. */
  static Map<String, String> of(S3Request request) throws S3Error {
    Map<String, String> headers = new TreeMap<>();
    int metadata = 0;
    for (Map.Entry<String, List<String>> header : request.headers().entrySet()) {
      String name = header.getKey();
      String value = String.join(",", header.getValue());
      if (KEPT.contains(name)) {
        headers.put(name, value);
      } else if (name.startsWith(META)) {
        metadata += name.length() - META.length() + value.length();
        headers.put(name, value);
      }
    }
    if (metadata > 2048) {
      throw new S3Error(
          400,
          "MetadataTooLarge",
          "Your metadata headers exceed the maximum allowed metadata size");
    }
    String encoding = encoding(request);
    if (!encoding.isEmpty()) {
      headers.put("content-encoding", encoding);
    }
    headers.putIfAbsent("content-type", "binary/octet-stream");
    return headers;
  }

  /** The encoding without the wrapping that the transfer alone had. */
  private static String encoding(S3Request request) {
    return request
        .header("content-encoding")
        .orElse("")
        .replaceAll("(?i)\\s*aws-chunked\\s*,?", "")
        .strip();
  }

  /** What a client learns of an object in headers. */
  static Map<String, String> shown(S3Request request, ObjectVersion object) {
    Map<String, String> shown = new TreeMap<>();
    boolean checksums = request.header("x-amz-checksum-mode").isPresent();
    object
        .headers()
        .forEach(
            (name, value) -> {
              if (checksums || !Checksum.isHeader(name)) {
                shown.put(name, value);
              }
            });
    for (Map.Entry<String, String> parameter : request.query().entrySet()) {
      if (parameter.getKey().startsWith("response-")) {
        shown.put(
            parameter.getKey().substring("response-".length()).toLowerCase(Locale.ROOT),
            parameter.getValue());
      }
    }
    shown.putAll(identity(object));
    shown.put("last-modified", HttpDates.format(object.lastModified()));
    shown.put("accept-ranges", "bytes");
    shown.put("x-amz-server-side-encryption", "AES256");
    return shown;
  }

  /** The entity tag, and the version's id where the bucket keeps versions. */
  static Map<String, String> identity(ObjectVersion object) {
    Map<String, String> identity = new TreeMap<>();
    if (!object.deleteMarker()) {
      identity.put("etag", '"' + object.etag() + '"');
    }
    if (!object.versionId().equals(ObjectVersion.NO_ID)) {
      identity.put("x-amz-version-id", object.versionId());
    }
    return identity;
  }
}
