package dev.zerotomillions.local.s3.api;

import dev.zerotomillions.local.s3.store.Bucket;
import dev.zerotomillions.local.s3.store.Buckets;
import dev.zerotomillions.local.s3.store.Draft;
import dev.zerotomillions.local.s3.store.ObjectVersion;
import dev.zerotomillions.local.s3.store.Uploads.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.w3c.dom.Element;

/** Multipart uploads: begun, filled part by part, and completed or aborted. */
final class Multipart {
  private static final int MOST_PARTS = 10_000;
  private static final long SMALLEST_PART = 5L * 1024 * 1024;

  private final Buckets buckets;

  Multipart(Buckets buckets) {
    this.buckets = buckets;
  }

  static S3Response begin(Bucket bucket, S3Request request) throws S3Error, IOException {
    ObjectHeaders.refuseUnknown(request);
    ObjectWrites.checkKey(request.key());
    Upload upload = bucket.uploads().begin(request.key(), ObjectHeaders.of(request));
    return S3Response.xml(
        new Xml("InitiateMultipartUploadResult")
            .text("Bucket", bucket.name())
            .text("Key", request.key())
            .text("UploadId", upload.id()));
  }

  S3Response put(Bucket bucket, S3Request request) throws S3Error, IOException {
    ObjectHeaders.refuseUnknown(request);
    Upload upload = find(bucket, request);
    int number = partNumber(request.parameter("partNumber").orElse(""));
    if (request.header("x-amz-copy-source").isPresent()) {
      byte[] content = CopySource.of(buckets, request).content();
      String etag = HexFormat.of().formatHex(Checksum.MD5.of(content));
      bucket.uploads().putPart(upload, number, content, etag, Map.of());
      return S3Response.xml(new Xml("CopyPartResult").text("ETag", '"' + etag + '"'));
    }
    Payload payload = Payload.of(request);
    bucket.uploads().putPart(upload, number, payload.bytes(), payload.etag(), payload.checksums());
    return S3Response.empty(200).with("ETag", '"' + payload.etag() + '"').with(payload.checksums());
  }

  static S3Response complete(Bucket bucket, S3Request request) throws S3Error, IOException {
    Upload upload = find(bucket, request);
    SortedMap<Integer, ObjectVersion> parts = bucket.uploads().parts(upload);
    List<Integer> numbers = new ArrayList<>();
    List<ObjectVersion> chosen = new ArrayList<>();
    for (Element element : Xml.children(Xml.read(request.body()), "Part")) {
      int number = partNumber(Xml.child(element, "PartNumber"));
      ObjectVersion part = parts.get(number);
      if (part == null || !part.etag().equals(Xml.child(element, "ETag").replace("\"", ""))) {
        throw new S3Error(
            400,
            "InvalidPart",
            "One or more of the specified parts could not be found. The part may not have been"
                + " uploaded, or the specified entity tag may not match the part's entity tag.");
      }
      if (!numbers.isEmpty() && numbers.getLast() >= number) {
        throw new S3Error(400, "InvalidPartOrder", "The list of parts was not in ascending order.");
      }
      numbers.add(number);
      chosen.add(part);
    }
    if (chosen.isEmpty()) {
      throw S3Error.malformedXml();
    }
    if (chosen.subList(0, chosen.size() - 1).stream().anyMatch(p -> p.size() < SMALLEST_PART)) {
      throw new S3Error(
          400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
    }
    ByteArrayOutputStream digests = new ByteArrayOutputStream();
    chosen.forEach(part -> digests.writeBytes(HexFormat.of().parseHex(part.etag())));
    String digest = HexFormat.of().formatHex(Checksum.MD5.of(digests.toByteArray()));
    ObjectVersion object =
        ObjectWrites.write(
            bucket,
            request,
            new Draft(
                request.key(),
                bucket.uploads().content(upload, numbers),
                digest + "-" + numbers.size(),
                upload.begun().headers()));
    bucket.uploads().remove(upload);
    return S3Response.xml(
            new Xml("CompleteMultipartUploadResult")
                .text("Location", "/" + bucket.name() + "/" + request.key())
                .text("Bucket", bucket.name())
                .text("Key", request.key())
                .text("ETag", '"' + object.etag() + '"'))
        .with(ObjectHeaders.identity(object));
  }

  static S3Response abort(Bucket bucket, S3Request request) throws S3Error, IOException {
    bucket.uploads().remove(find(bucket, request));
    return S3Response.empty(204);
  }

  static S3Response parts(Bucket bucket, S3Request request) throws S3Error, IOException {
    Upload upload = find(bucket, request);
    int after = Integer.parseInt(request.parameter("part-number-marker").orElse("0"), 10);
    Xml xml =
        new Xml("ListPartsResult")
            .text("Bucket", bucket.name())
            .text("Key", request.key())
            .text("UploadId", upload.id())
            .text("IsTruncated", "false");
    bucket
        .uploads()
        .parts(upload)
        .tailMap(after + 1)
        .forEach(
            (number, part) ->
                xml.open("Part")
                    .text("PartNumber", Integer.toString(number))
                    .text(
                        "LastModified",
                        part.lastModified().truncatedTo(ChronoUnit.MILLIS).toString())
                    .text("ETag", '"' + part.etag() + '"')
                    .text("Size", Long.toString(part.size()))
                    .close());
    return S3Response.xml(xml);
  }

  static S3Response uploads(Bucket bucket, S3Request request) throws IOException {
    String prefix = request.parameter("prefix").orElse("");
    Xml xml =
        new Xml("ListMultipartUploadsResult")
            .text("Bucket", bucket.name())
            .text("IsTruncated", "false");
    for (Upload upload : bucket.uploads().all()) {
      if (upload.begun().key().startsWith(prefix)) {
        xml.open("Upload")
            .text("Key", upload.begun().key())
            .text("UploadId", upload.id())
            .text("Initiated", upload.begun().lastModified().toString())
            .text("StorageClass", "STANDARD")
            .close();
      }
    }
    return S3Response.xml(xml);
  }

  private static Upload find(Bucket bucket, S3Request request) throws S3Error, IOException {
    String id = request.parameter("uploadId").orElse("");
    return bucket.uploads().find(request.key(), id).orElseThrow(() -> Errors.noSuchUpload(id));
  }

  private static int partNumber(String text) throws S3Error {
    if (text.matches("\\d{1,5}")) {
      int number = Integer.parseInt(text, 10);
      if (number >= 1 && number <= MOST_PARTS) {
        return number;
      }
    }
    throw S3Error.invalidArgument(
        "Part number must be an integer between 1 and %d, inclusive".formatted(MOST_PARTS));
  }
}
