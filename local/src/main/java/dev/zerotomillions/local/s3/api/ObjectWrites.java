package dev.zerotomillions.local.s3.api;

import dev.zerotomillions.local.s3.store.Bucket;
import dev.zerotomillions.local.s3.store.Buckets;
import dev.zerotomillions.local.s3.store.Content;
import dev.zerotomillions.local.s3.store.Draft;
import dev.zerotomillions.local.s3.store.ObjectVersion;
import dev.zerotomillions.local.s3.store.Versioning;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.w3c.dom.Element;

/** PutObject, CopyObject, DeleteObject and DeleteObjects. */
final class ObjectWrites {
  private static final int LONGEST_KEY = 1024;
  private static final int MOST_KEYS = 1000;

  private final Buckets buckets;

  ObjectWrites(Buckets buckets) {
    this.buckets = buckets;
  }

  static S3Response put(Bucket bucket, S3Request request) throws S3Error, IOException {
    ObjectHeaders.refuseUnknown(request);
    checkKey(request.key());
    Payload payload = Payload.of(request);
    Map<String, String> headers = ObjectHeaders.of(request);
    headers.putAll(payload.checksums());
    ObjectVersion put =
        write(
            bucket,
            request,
            new Draft(request.key(), new Content.Bytes(payload.bytes()), payload.etag(), headers));
    return S3Response.empty(200)
        .with(ObjectHeaders.identity(put))
        .with(payload.checksums())
        .with("x-amz-server-side-encryption", "AES256");
  }

  static ObjectVersion write(Bucket bucket, S3Request request, Draft draft)
      throws S3Error, IOException {
    Conditions conditions = Conditions.of(request);
    return bucket
        .objects()
        .put(draft, bucket.versioning() == Versioning.ENABLED, conditions::checkWrite);
  }

  S3Response copy(Bucket bucket, S3Request request) throws S3Error, IOException {
    ObjectHeaders.refuseUnknown(request);
    checkKey(request.key());
    CopySource source = CopySource.of(buckets, request);
    boolean replace = request.header("x-amz-metadata-directive").orElse("").equals("REPLACE");
    boolean same = source.bucket() == bucket && source.object().key().equals(request.key());
    if (same && !replace) {
      throw new S3Error(
          400,
          "InvalidRequest",
          "This copy request is illegal because it is trying to copy an object to itself without"
              + " changing the object's metadata.");
    }
    Map<String, String> headers =
        replace ? ObjectHeaders.of(request) : new TreeMap<>(source.object().headers());
    ObjectVersion copy =
        write(
            bucket,
            request,
            new Draft(
                request.key(),
                new Content.Bytes(source.content()),
                source.object().etag(),
                headers));
    return S3Response.xml(
            new Xml("CopyObjectResult")
                .text("ETag", '"' + copy.etag() + '"')
                .text(
                    "LastModified", copy.lastModified().truncatedTo(ChronoUnit.MILLIS).toString()))
        .with(ObjectHeaders.identity(copy));
  }

  static S3Response delete(Bucket bucket, S3Request request) throws S3Error, IOException {
    Conditions conditions = Conditions.of(request);
    Optional<ObjectVersion> deleted =
        delete(bucket, request.key(), request.parameter("versionId"), conditions);
    S3Response response = S3Response.empty(204);
    return deleted
        .map(
            version ->
                version.deleteMarker()
                    ? response
                        .with("x-amz-delete-marker", "true")
                        .with("x-amz-version-id", version.versionId())
                    : response.with(ObjectHeaders.identity(version)))
        .orElse(response);
  }

  private static Optional<ObjectVersion> delete(
      Bucket bucket, String key, Optional<String> versionId, Conditions conditions)
      throws S3Error, IOException {
    return versionId.isPresent()
        ? bucket.objects().removeVersion(key, versionId.get(), conditions::checkWrite)
        : bucket.objects().delete(key, bucket.versioning(), conditions::checkWrite);
  }

  static S3Response deleteMany(Bucket bucket, S3Request request) throws S3Error, IOException {
    Element wanted = Xml.read(Payload.of(request).bytes());
    var objects = Xml.children(wanted, "Object");
    if (objects.isEmpty() || objects.size() > MOST_KEYS) {
      throw S3Error.malformedXml();
    }
    boolean quiet = Xml.child(wanted, "Quiet").equals("true");
    Xml result = new Xml("DeleteResult");
    for (Element object : objects) {
      String key = Xml.children(object, "Key").getFirst().getTextContent();
      String versionId = Xml.child(object, "VersionId");
      Optional<ObjectVersion> deleted =
          delete(
              bucket,
              key,
              versionId.isEmpty() ? Optional.empty() : Optional.of(versionId),
              Conditions.NONE);
      if (!quiet) {
        result.open("Deleted").text("Key", key);
        if (!versionId.isEmpty()) {
          result.text("VersionId", versionId);
        }
        deleted
            .filter(ObjectVersion::deleteMarker)
            .ifPresent(
                mark ->
                    result
                        .text("DeleteMarker", "true")
                        .text("DeleteMarkerVersionId", mark.versionId()));
        result.close();
      }
    }
    return S3Response.xml(result);
  }

  static void checkKey(String key) throws S3Error {
    if (key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
      throw new S3Error(400, "KeyTooLongError", "Your key is too long");
    }
  }
}
