package dev.zerotomillions.local.s3.api;

import dev.zerotomillions.local.s3.store.Bucket;
import dev.zerotomillions.local.s3.store.Buckets;
import java.io.IOException;

/** The operations on one object. */
final class ObjectOperations {
  private final ObjectWrites writes;
  private final Multipart multipart;

  ObjectOperations(Buckets buckets) {
    this.writes = new ObjectWrites(buckets);
    this.multipart = new Multipart(buckets);
  }

  S3Response of(Bucket bucket, S3Request request) throws S3Error, IOException {
    Subresources.refuse(request);
    boolean ofUpload = request.asksFor("uploadId");
    return switch (request.method()) {
      case "GET" -> ofUpload ? Multipart.parts(bucket, request) : ObjectReads.get(bucket, request);
      case "HEAD" -> ObjectReads.head(bucket, request);
      case "PUT" -> put(bucket, request, ofUpload);
      case "POST" -> post(bucket, request, ofUpload);
      case "DELETE" ->
          ofUpload ? Multipart.abort(bucket, request) : ObjectWrites.delete(bucket, request);
      default -> throw S3Api.notAllowed();
    };
  }

  private S3Response put(Bucket bucket, S3Request request, boolean ofUpload)
      throws S3Error, IOException {
    if (ofUpload) {
      return multipart.put(bucket, request);
    }
    return request.header("x-amz-copy-source").isPresent()
        ? writes.copy(bucket, request)
        : ObjectWrites.put(bucket, request);
  }

  private static S3Response post(Bucket bucket, S3Request request, boolean ofUpload)
      throws S3Error, IOException {
    if (ofUpload) {
      return Multipart.complete(bucket, request);
    }
    if (request.asksFor("uploads")) {
      return Multipart.begin(bucket, request);
    }
    throw S3Api.notAllowed();
  }
}
