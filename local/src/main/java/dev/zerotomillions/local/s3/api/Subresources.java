package dev.zerotomillions.local.s3.api;

import dev.zerotomillions.local.s3.store.Bucket;
import java.io.IOException;
import java.util.Set;

/** What of a bucket a request's query names, and refusal of what the emulator has not. */
final class Subresources {
  private static final Set<String> UNKNOWN =
      Set.of(
          "accelerate",
          "acl",
          "analytics",
          "attributes",
          "intelligent-tiering",
          "inventory",
          "legal-hold",
          "lifecycle",
          "logging",
          "metrics",
          "notification",
          "object-lock",
          "policyStatus",
          "replication",
          "requestPayment",
          "restore",
          "retention",
          "select",
          "tagging",
          "torrent",
          "website");

  private Subresources() {}

  /** Refuses a request for anything of which the emulator knows nothing. */
  static void refuse(S3Request request) throws S3Error {
    for (String name : request.query().keySet()) {
      if (UNKNOWN.contains(name)) {
        throw S3Error.notEmulated("The subresource " + name);
      }
    }
  }

  static void refuseAllBut(S3Request request, String only) throws S3Error {
    if (!request.asksFor(only)) {
      throw S3Error.notEmulated(
          "%s of a bucket with %s".formatted(request.method(), request.query().keySet()));
    }
  }

  static S3Response get(Bucket bucket, S3Request request) throws S3Error, IOException {
    refuse(request);
    if (request.asksFor("location")) {
      return BucketCalls.location(bucket);
    } else if (request.asksFor("versioning")) {
      return BucketSettings.versioning(bucket);
    } else if (request.asksFor("encryption")) {
      return BucketSettings.encryption(bucket);
    } else if (request.asksFor("publicAccessBlock")) {
      return BucketSettings.publicAccessBlock(bucket);
    } else if (request.asksFor("ownershipControls")) {
      return BucketSettings.ownership(bucket);
    } else if (request.asksFor("cors")) {
      return BucketSettings.cors(bucket);
    } else if (request.asksFor("policy")) {
      return BucketSettings.policy(bucket);
    } else if (request.asksFor("uploads")) {
      return Multipart.uploads(bucket, request);
    } else if (request.asksFor("versions")) {
      return VersionListing.of(bucket, request);
    }
    return request.parameter("list-type").orElse("").equals("2")
        ? Listings.second(bucket, request)
        : Listings.first(bucket, request);
  }
}
