package dev.zerotomillions.local.s3.api;

import dev.zerotomillions.local.s3.store.Bucket;
import dev.zerotomillions.local.s3.store.KeyOrder;
import dev.zerotomillions.local.s3.store.ObjectVersion;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** ListObjectsV2 and its elder sister ListObjects. */
final class Listings {
  private static final KeyOrder ORDER = new KeyOrder();

  private Listings() {}

  static S3Response second(Bucket bucket, S3Request request) throws S3Error {
    Optional<String> token = request.parameter("continuation-token");
    String after =
        token.isPresent() ? opened(token.get()) : request.parameter("start-after").orElse("");
    Listing listing = Listing.of(bucket, request, after);
    Xml xml = new Xml("ListBucketResult").text("Name", bucket.name());
    listing.writeScope(xml);
    request.parameter("start-after").ifPresent(start -> xml.text("StartAfter", start));
    token.ifPresent(given -> xml.text("ContinuationToken", given));
    xml.text("KeyCount", Integer.toString(listing.size()));
    xml.text("IsTruncated", Boolean.toString(listing.truncated()));
    if (listing.truncated()) {
      xml.text("NextContinuationToken", sealed(listing.last()));
    }
    write(xml, listing);
    return S3Response.xml(xml);
  }

  static S3Response first(Bucket bucket, S3Request request) throws S3Error {
    String marker = request.parameter("marker").orElse("");
    Listing listing = Listing.of(bucket, request, marker);
    Xml xml = new Xml("ListBucketResult").text("Name", bucket.name());
    listing.writeScope(xml);
    xml.text("Marker", listing.shown(marker));
    xml.text("IsTruncated", Boolean.toString(listing.truncated()));
    if (listing.truncated()) {
      xml.text("NextMarker", listing.shown(listing.last()));
    }
    write(xml, listing);
    return S3Response.xml(xml);
  }

  private static void write(Xml xml, Listing listing) {
    for (ObjectVersion object : listing.objects()) {
      xml.open("Contents").text("Key", listing.shown(object.key()));
      describe(xml, object);
      xml.close();
    }
    for (String prefix : listing.prefixes()) {
      xml.open("CommonPrefixes").text("Prefix", listing.shown(prefix)).close();
    }
  }

  static void describe(Xml xml, ObjectVersion object) {
    xml.text("LastModified", object.lastModified().truncatedTo(ChronoUnit.MILLIS).toString())
        .text("ETag", '"' + object.etag() + '"')
        .text("Size", Long.toString(object.size()))
        .text("StorageClass", "STANDARD");
  }

  /** Tokens are not to be read by clients, so they don't look like keys. */
  private static String sealed(String key) {
    return Base64.getUrlEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String opened(String token) throws S3Error {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw S3Error.invalidArgument("The continuation token provided is incorrect");
    }
  }

  static boolean isAfter(String key, String other) {
    return ORDER.compare(key, other) > 0;
  }

  static int limit(S3Request request, String parameter) throws S3Error {
    String text = request.parameter(parameter).orElse("1000");
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 0) {
        return Math.min(limit, 1000);
      }
    } catch (NumberFormatException e) {
      throw S3Error.invalidArgument(
          "Provided %s not an integer".formatted(parameter.toLowerCase(Locale.ROOT)));
    }
    throw S3Error.invalidArgument(
        "Argument %s must be an integer between 0 and 2147483647".formatted(parameter));
  }
}
