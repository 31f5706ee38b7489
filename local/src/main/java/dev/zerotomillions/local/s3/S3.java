package dev.zerotomillions.local.s3;

import dev.zerotomillions.local.aws.AwsApi;
import dev.zerotomillions.local.aws.Guard;
import dev.zerotomillions.local.iam.Credentials;
import dev.zerotomillions.local.iam.SessionCredentials;
import dev.zerotomillions.local.resources.ResourceType;
import dev.zerotomillions.local.s3.api.S3Api;
import dev.zerotomillions.local.s3.store.Buckets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** S3, kept in files of the emulator's data folder. */
public final class S3 {
  private final Buckets buckets;
  private final S3Api api;

  /** Opens what is kept in the emulator's data folder. */
  public S3(Path data, Credentials credentials, Guard guard, InstantSource clock) {
    this.buckets = new Buckets(data.resolve("s3"), clock);
    this.api = new S3Api(buckets, key -> of(credentials, key), guard, clock);
  }

  public AwsApi api() {
    return api;
  }

  /** The resource types of buckets and their policies. */
  public List<ResourceType> resourceTypes() {
    return List.of(new BucketType(buckets), new BucketPolicyType(buckets));
  }

  /** A developer's own key, which no one issued, is taken to be its own secret. */
  private static SessionCredentials of(Credentials credentials, String accessKey) {
    return credentials
        .find(accessKey)
        .orElseGet(() -> new SessionCredentials(accessKey, accessKey, ""));
  }
}
