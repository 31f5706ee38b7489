package dev.zerotomillions.local.s3.api;

import dev.zerotomillions.local.s3.store.Bucket;
import dev.zerotomillions.local.s3.store.ObjectVersion;
import dev.zerotomillions.local.signing.UriEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A page of a bucket's objects, and of what their keys have in common up to a delimiter.
 *
 * @param last the last key or common prefix of this page, after which the next begins
 */
record Listing(
    String prefix,
    String delimiter,
    int limit,
    boolean encoded,
    List<ObjectVersion> objects,
    List<String> prefixes,
    boolean truncated,
    String last) {
  private static final String ENCODING = "encoding-type";

  static Listing of(Bucket bucket, S3Request request, String after) throws S3Error {
    String prefix = request.parameter("prefix").orElse("");
    String delimiter = request.parameter("delimiter").orElse("");
    int limit = Listings.limit(request, "max-keys");
    List<ObjectVersion> objects = new ArrayList<>();
    List<String> prefixes = new ArrayList<>();
    String last = after;
    boolean truncated = false;
    String start = Listings.isAfter(after, prefix) ? after : prefix;
    for (Map.Entry<String, List<ObjectVersion>> entry : bucket.objects().from(start).entrySet()) {
      String key = entry.getKey();
      if (!key.startsWith(prefix)) {
        break;
      }
      if (entry.getValue().getLast().deleteMarker()
          || (!after.isEmpty() && !Listings.isAfter(key, after))) {
        continue;
      }
      int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
      String item = end < 0 ? key : key.substring(0, end + delimiter.length());
      if (end >= 0 && item.equals(last)) {
        continue;
      }
      if (objects.size() + prefixes.size() >= limit) {
        truncated = limit > 0;
        break;
      }
      if (end < 0) {
        objects.add(entry.getValue().getLast());
      } else {
        prefixes.add(item);
      }
      last = item;
    }
    boolean encoded = request.parameter(ENCODING).orElse("").equals("url");
    return new Listing(prefix, delimiter, limit, encoded, objects, prefixes, truncated, last);
  }

  int size() {
    return objects.size() + prefixes.size();
  }

  /** A key as the client asked to see it. */
  String shown(String key) {
    return encoded ? UriEncoding.ofPath(key) : key;
  }

  void writeScope(Xml xml) {
    xml.text("Prefix", shown(prefix));
    if (!delimiter.isEmpty()) {
      xml.text("Delimiter", shown(delimiter));
    }
    xml.text("MaxKeys", Integer.toString(limit));
    if (encoded) {
      xml.text("EncodingType", "url");
    }
  }
}
