package dev.zerotomillions.local.aws;

import java.util.List;
import java.util.Map;

/**
 * A call of an AWS API.
 *
 * @param path the path as sent, still percent-encoded
 * @param query the query as sent, still percent-encoded; empty where there is none
 * @param headers by lower-case name
 * @param region the region that the caller signed for
 * @param accessKeyId the access key that the caller signed with
 */
public record AwsRequest(
    String method,
    String path,
    String query,
    Map<String, List<String>> headers,
    byte[] body,
    String region,
    String accessKeyId) {

  /** The operation that {@code X-Amz-Target} names; empty where it is named in another way. */
  public String operation() {
    String target = String.join("", headers.getOrDefault("x-amz-target", List.of()));
    return target.substring(target.lastIndexOf('.') + 1);
  }
}
