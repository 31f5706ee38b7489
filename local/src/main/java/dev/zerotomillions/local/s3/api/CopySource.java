package dev.zerotomillions.local.s3.api;

import dev.zerotomillions.local.s3.store.Bucket;
import dev.zerotomillions.local.s3.store.Buckets;
import dev.zerotomillions.local.s3.store.ObjectVersion;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The object, or the range of one, that a copy is made of. */
record CopySource(Bucket bucket, ObjectVersion object, Optional<Range> range) {
  /** As large as a body may be that is put. */
  private static final long MOST_BYTES = 32L * 1024 * 1024;

  /** What the header {@code x-amz-copy-source} names. */
  record Address(String bucket, String key, Optional<String> versionId) {
    private static final String VERSION = "?versionId=";

    static Address of(S3Request request) throws S3Error {
      String source = request.header("x-amz-copy-source").orElse("");
      int mark = source.indexOf(VERSION);
      String address;
      try {
        address =
            URLDecoder.decode(
                (mark < 0 ? source : source.substring(0, mark)).replace("+", "%2B"),
                StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        throw S3Error.invalidArgument("Invalid copy source encoding");
      }
      String path = address.startsWith("/") ? address.substring(1) : address;
      int slash = path.indexOf('/');
      if (slash < 1 || slash == path.length() - 1) {
        throw S3Error.invalidArgument("Copy Source must mention the source bucket and key");
      }
      return new Address(
          path.substring(0, slash),
          path.substring(slash + 1),
          mark < 0 ? Optional.empty() : Optional.of(source.substring(mark + VERSION.length())));
    }
  }

  static CopySource of(Buckets buckets, S3Request request) throws S3Error {
    Address source = Address.of(request);
    Bucket bucket =
        buckets.find(source.bucket()).orElseThrow(() -> Errors.noSuchBucket(source.bucket()));
    ObjectVersion object = ObjectReads.find(bucket, source.key(), source.versionId().orElse(null));
    Conditions.ofSource(request).checkRead(object);
    Optional<String> range = request.header("x-amz-copy-source-range");
    return new CopySource(
        bucket,
        object,
        range.isPresent() ? Range.of(range.get(), object.size()) : Optional.empty());
  }

  byte[] content() throws S3Error, IOException {
    long length = range.map(Range::length).orElse(object.size());
    if (length > MOST_BYTES) {
      throw S3Error.notEmulated("A copy of more than %d bytes at once".formatted(MOST_BYTES));
    }
    return bucket.objects().read(object, range.map(Range::first).orElse(0L), (int) length);
  }
}
