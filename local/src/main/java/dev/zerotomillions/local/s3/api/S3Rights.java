package dev.zerotomillions.local.s3.api;

import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.aws.Guard;
import dev.zerotomillions.local.aws.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rights that S3's calls ask for: to do something with an object or a bucket. */
final class S3Rights {
  private static final String ARN = "arn:aws:s3:::";

  private static final Map<String, String> SETTINGS =
      Map.of(
          "location", "GetBucketLocation",
          "versioning", "GetBucketVersioning",
          "encryption", "GetEncryptionConfiguration",
          "publicAccessBlock", "GetBucketPublicAccessBlock",
          "ownershipControls", "GetBucketOwnershipControls",
          "cors", "GetBucketCORS",
          "policy", "GetBucketPolicy",
          "uploads", "ListBucketMultipartUploads",
          "versions", "ListBucketVersions");

  private S3Rights() {}

  /** The right to learn what a bucket holds. */
  static Need toList(String bucket) {
    return new Need("s3:ListBucket", ARN + bucket);
  }

  /** All that a call asks for: nothing where it is one that S3 refuses to everyone. */
  static List<Need> of(AwsRequest call) throws AwsError {
    try {
      S3Request request = S3Request.of(call);
      Subresources.refuse(request);
      return of(request);
    } catch (S3Error e) {
      return List.of();
    }
  }

  private static List<Need> of(S3Request request) throws AwsError, S3Error {
    if (request.method().equals("OPTIONS")) {
      return List.of();
    }
    if (request.bucket().isEmpty()) {
      return List.of(new Need("s3:ListAllMyBuckets", "*"));
    }
    return request.key().isEmpty() ? List.of(ofBucket(request)) : ofObject(request);
  }

  private static Need ofBucket(S3Request request) throws AwsError {
    String action =
        switch (request.method()) {
          case "GET" ->
              SETTINGS.entrySet().stream()
                  .filter(each -> request.asksFor(each.getKey()))
                  .map(Map.Entry::getValue)
                  .findFirst()
                  .orElse("ListBucket");
          case "HEAD" -> "ListBucket";
          case "DELETE" -> "DeleteBucket";
          case "PUT" -> request.asksFor("versioning") ? "PutBucketVersioning" : "CreateBucket";
          default ->
              throw Guard.unknown("s3", request.asksFor("delete") ? "DeleteObjects" : "PostObject");
        };
    return new Need("s3:" + action, ARN + request.bucket());
  }

  private static List<Need> ofObject(S3Request request) throws S3Error {
    boolean ofVersion = request.asksFor("versionId");
    String action =
        switch (request.method()) {
          case "GET", "HEAD" ->
              request.asksFor("uploadId")
                  ? "ListMultipartUploadParts"
                  : ofVersion ? "GetObjectVersion" : "GetObject";
          case "DELETE" ->
              request.asksFor("uploadId")
                  ? "AbortMultipartUpload"
                  : ofVersion ? "DeleteObjectVersion" : "DeleteObject";
          default -> "PutObject";
        };
    List<Need> needs = new ArrayList<>();
    needs.add(new Need("s3:" + action, ARN + request.bucket() + "/" + request.key()));
    if (request.header("x-amz-copy-source").isPresent()) {
      CopySource.Address source = CopySource.Address.of(request);
      needs.add(
          new Need(
              source.versionId().isPresent() ? "s3:GetObjectVersion" : "s3:GetObject",
              ARN + source.bucket() + "/" + source.key()));
    }
    return needs;
  }
}
