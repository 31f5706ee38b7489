package dev.zerotomillions.local.aws;

/** One family of AWS API operations, served at the endpoint to callers who signed for it. */
public interface AwsApi {

  /** The service name in the caller's signature, such as {@code lambda} or {@code dynamodb}. */
  String signingName();

  /** Answers one call. Calls arrive concurrently, each on a virtual thread of its own. */
  AwsResponse handle(AwsRequest request) throws AwsError, InterruptedException;
}
