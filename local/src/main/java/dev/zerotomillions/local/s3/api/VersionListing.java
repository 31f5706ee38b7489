package dev.zerotomillions.local.s3.api;

import dev.zerotomillions.local.s3.store.Bucket;
import dev.zerotomillions.local.s3.store.ObjectVersion;
import dev.zerotomillions.local.signing.UriEncoding;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** ListObjectVersions: every version of every object, the latest of each first. */
final class VersionListing {
  private VersionListing() {}

  static S3Response of(Bucket bucket, S3Request request) throws S3Error {
    if (!request.parameter("delimiter").orElse("").isEmpty()) {
      throw S3Error.notEmulated("ListObjectVersions with a delimiter");
    }
    String prefix = request.parameter("prefix").orElse("");
    String after = request.parameter("key-marker").orElse("");
    String afterVersion = request.parameter("version-id-marker").orElse("");
    boolean encoded = request.parameter("encoding-type").orElse("").equals("url");
    int limit = Listings.limit(request, "max-keys");
    Xml xml = new Xml("ListVersionsResult").text("Name", bucket.name()).text("Prefix", prefix);
    xml.text("MaxKeys", Integer.toString(limit));
    if (encoded) {
      xml.text("EncodingType", "url");
    }
    int count = 0;
    boolean seen = afterVersion.isEmpty();
    ObjectVersion last = null;
    String start = Listings.isAfter(after, prefix) ? after : prefix;
    for (Map.Entry<String, List<ObjectVersion>> entry : bucket.objects().from(start).entrySet()) {
      String key = entry.getKey();
      if (!key.startsWith(prefix)) {
        break;
      }
      if (key.equals(after) && afterVersion.isEmpty()) {
        continue;
      }
      for (ObjectVersion version : entry.getValue().reversed()) {
        if (key.equals(after) && !seen) {
          seen = version.versionId().equals(afterVersion);
          continue;
        }
        if (count == limit) {
          if (last != null) {
            xml.text("IsTruncated", "true")
                .text("NextKeyMarker", last.key())
                .text("NextVersionIdMarker", last.versionId());
          }
          return S3Response.xml(xml);
        }
        write(xml, version, version.equals(entry.getValue().getLast()), encoded);
        last = version;
        count++;
      }
    }
    return S3Response.xml(xml.text("IsTruncated", "false"));
  }

  private static void write(Xml xml, ObjectVersion version, boolean latest, boolean encoded) {
    String key = encoded ? UriEncoding.ofPath(version.key()) : version.key();
    xml.open(version.deleteMarker() ? "DeleteMarker" : "Version")
        .text("Key", key)
        .text("VersionId", version.versionId())
        .text("IsLatest", Boolean.toString(latest));
    if (version.deleteMarker()) {
      xml.text("LastModified", version.lastModified().truncatedTo(ChronoUnit.MILLIS).toString());
    } else {
      Listings.describe(xml, version);
    }
    xml.close();
  }
}
