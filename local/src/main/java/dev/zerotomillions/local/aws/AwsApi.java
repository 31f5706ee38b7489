package dev.zerotomillions.local.aws;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One family of AWS API operations, served at the endpoint to callers who signed for it. */
public interface AwsApi {

  /** The service name in the caller's signature, such as {@code lambda} or {@code dynamodb}. */
  String signingName();

  /** Answers one call. Calls arrive concurrently, each on a virtual thread of its own. */
  AwsResponse handle(AwsRequest request) throws AwsError, InterruptedException;

  /**
   * The rights that a call asks of its caller's policies; none, where anyone may make it.
   *
   * @throws AwsError if they aren't known, which is so of all calls where an API doesn't tell
   */
  default List<Need> rights(AwsRequest request, Arns arns) throws AwsError {
    throw Guard.unknown(signingName(), request.method() + " " + request.path());
  }

  /** An error in a form of the API's own; null where its protocol's form will do. */
  default @Nullable AwsResponse error(AwsRequest request, AwsError error) {
    return null;
  }
}
