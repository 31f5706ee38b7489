package dev.zerotomillions.local.s3.api;

import dev.zerotomillions.local.s3.store.Bucket;
import dev.zerotomillions.local.s3.store.ObjectVersion;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** GetObject and HeadObject. */
final class ObjectReads {
  /** One answer is held in memory whole; larger objects are read in ranges, as the CLI does. */
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  private ObjectReads() {}

  static S3Response head(Bucket bucket, S3Request request) throws S3Error {
    ObjectVersion object = find(bucket, request);
    Optional<Range> range = range(request, object);
    long length = range.map(Range::length).orElse(object.size());
    return answer(request, object, range, new byte[0])
        .with("Content-Length", Long.toString(length));
  }

  static S3Response get(Bucket bucket, S3Request request) throws S3Error, IOException {
    ObjectVersion object = find(bucket, request);
    Optional<Range> range = range(request, object);
    long length = range.map(Range::length).orElse(object.size());
    if (length > MOST_BYTES) {
      throw S3Error.notEmulated(
          "An answer of %d bytes (more than %d); read the object in ranges, which"
              .formatted(length, MOST_BYTES));
    }
    byte[] content =
        bucket.objects().read(object, range.map(Range::first).orElse(0L), (int) length);
    return answer(request, object, range, content);
  }

  private static S3Response answer(
      S3Request request, ObjectVersion object, Optional<Range> range, byte[] content) {
    S3Response response =
        new S3Response(
            range.isPresent() ? 206 : 200, ObjectHeaders.shown(request, object), content);
    return range
        .map(
            part ->
                response.with(
                    "Content-Range",
                    "bytes %d-%d/%d".formatted(part.first(), part.last(), object.size())))
        .orElse(response);
  }

  private static Optional<Range> range(S3Request request, ObjectVersion object) throws S3Error {
    Optional<String> header = request.header("range");
    return header.isPresent() ? Range.of(header.get(), object.size()) : Optional.empty();
  }

  /** The object or the version that a request is about, if its conditions hold. */
  static ObjectVersion find(Bucket bucket, S3Request request) throws S3Error {
    ObjectVersion object = find(bucket, request.key(), request.parameter("versionId").orElse(null));
    Conditions.of(request).checkRead(object);
    return object;
  }

  static ObjectVersion find(Bucket bucket, String key, @Nullable String versionId) throws S3Error {
    if (versionId == null) {
      return bucket.objects().current(key).orElseThrow(() -> Errors.noSuchKey(key));
    }
    ObjectVersion version =
        bucket
            .objects()
            .version(key, versionId)
            .orElseThrow(() -> Errors.noSuchVersion(key, versionId));
    if (version.deleteMarker()) {
      throw new S3Error(
          405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
    }
    return version;
  }
}
