package dev.zerotomillions.shared.files;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * Where a bucket's objects are reached.
 *
 * @param root the address that keys are appended to
 */
record S3Address(String root) {

  /**
   * The address of a bucket.
   *
   * @param endpoint an endpoint other than AWS's, which knows no host names of buckets
   */
  static S3Address of(String bucket, String region, @Nullable String endpoint) {
    return new S3Address(
        endpoint == null
            ? "https://%s.s3.%s.%s"
                .formatted(bucket, region, PartitionMetadata.of(Region.of(region)).dnsSuffix())
            : endpoint + "/" + bucket);
  }

  URI object(String key) {
    StringBuilder address = new StringBuilder(root);
    for (String segment : key.split("/", -1)) {
      address
          .append('/')
          .append(URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"));
    }
    return URI.create(address.toString());
  }
}
