package dev.zerotomillions.cdk.constructs;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CorsRule;
import software.amazon.awscdk.services.s3.HttpMethods;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/**
 * The bucket of all files that are made for users or come from them. Nobody outside reads or writes
 * it but by a URL that a function signed, over TLS.
 */
public final class FilesBucket extends Construct {
  /** What people were given to download is theirs from then on. */
  private static final Duration EXPORTS_KEPT = Duration.days(7);

  /** What came in is worked on at once, or never; what is made of it has another place. */
  private static final Duration UPLOADS_KEPT = Duration.days(7);

  private final Bucket bucket;

  public FilesBucket(Construct scope, String id) {
    super(scope, id);
    bucket =
        Bucket.Builder.create(this, "Bucket")
            .encryption(BucketEncryption.S3_MANAGED)
            .enforceSsl(true)
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
            .lifecycleRules(
                List.of(
                    LifecycleRule.builder()
                        .id("exports")
                        .prefix("exports/")
                        .expiration(EXPORTS_KEPT)
                        .build(),
                    LifecycleRule.builder()
                        .id("uploads")
                        .prefix("uploads/")
                        .expiration(UPLOADS_KEPT)
                        .build(),
                    LifecycleRule.builder()
                        .id("unfinished")
                        .abortIncompleteMultipartUploadAfter(Duration.days(1))
                        .build()))
            .cors(List.of(byPages()))
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
  }

  public IBucket bucket() {
    return bucket;
  }

  /** Any page may use a signed URL, as any program may: whoever has it was given it. */
  private static CorsRule byPages() {
    return CorsRule.builder()
        .allowedOrigins(Cors.ORIGINS)
        .allowedMethods(List.of(HttpMethods.GET, HttpMethods.PUT))
        .allowedHeaders(List.of("content-type", "x-amz-checksum-sha256"))
        .exposedHeaders(List.of("ETag"))
        .maxAge(Duration.hours(Cors.MAX_AGE_HOURS).toSeconds().intValue())
        .build();
  }
}
