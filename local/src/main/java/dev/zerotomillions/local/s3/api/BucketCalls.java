package dev.zerotomillions.local.s3.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.zerotomillions.local.s3.store.Bucket;
import dev.zerotomillions.local.s3.store.Buckets;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import org.w3c.dom.Element;

/** Buckets themselves: listed, made, deleted, and whether they keep versions. */
final class BucketCalls {
  private final Buckets buckets;

  BucketCalls(Buckets buckets) {
    this.buckets = buckets;
  }

  S3Response list() {
    Xml xml = new Xml("ListAllMyBucketsResult");
    xml.open("Owner").text("ID", "local").text("DisplayName", "local").close().open("Buckets");
    for (Bucket bucket : buckets.all()) {
      xml.open("Bucket")
          .text("Name", bucket.name())
          .text("CreationDate", bucket.createdAt().truncatedTo(ChronoUnit.MILLIS).toString())
          .text("BucketRegion", bucket.region())
          .close();
    }
    return S3Response.xml(xml);
  }

  S3Response create(S3Request request, String region) throws S3Error, IOException {
    ObjectHeaders.refuseUnknown(request);
    if (!Buckets.isName(request.bucket())) {
      throw new S3Error(400, "InvalidBucketName", "The specified bucket is not valid.")
          .with("BucketName", request.bucket());
    }
    if (buckets.find(request.bucket()).isPresent()) {
      throw new S3Error(
              409,
              "BucketAlreadyOwnedByYou",
              "Your previous request to create the named bucket succeeded and you already own it.")
          .with("BucketName", request.bucket());
    }
    buckets.create(request.bucket(), region);
    return S3Response.empty(200).with("Location", "/" + request.bucket());
  }

  S3Response delete(Bucket bucket) throws S3Error, IOException {
    if (!buckets.delete(bucket)) {
      throw new S3Error(409, "BucketNotEmpty", "The bucket you tried to delete is not empty")
          .with("BucketName", bucket.name());
    }
    return S3Response.empty(204);
  }

  static S3Response head(Bucket bucket) {
    return S3Response.empty(200).with("x-amz-bucket-region", bucket.region());
  }

  static S3Response location(Bucket bucket) {
    // For historical reasons this region has no name here.
    String location = bucket.region().equals("us-east-1") ? "" : bucket.region();
    Xml xml = new Xml("LocationConstraint");
    return S3Response.xml(xml.raw(location));
  }

  static S3Response putVersioning(Bucket bucket, S3Request request) throws S3Error {
    Element wanted = Xml.read(Payload.of(request).bytes());
    String status = Xml.child(wanted, "Status");
    if (!status.equals("Enabled") && !status.equals("Suspended")) {
      throw S3Error.malformedXml();
    }
    JsonNode setting = JsonNodeFactory.instance.objectNode().put("Status", status);
    bucket.set("VersioningConfiguration", setting);
    return S3Response.empty(200);
  }
}
