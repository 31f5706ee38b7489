package dev.zerotomillions.local.dynamodb;

import dev.zerotomillions.local.aws.AwsApi;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.aws.AwsResponse;

/**
 * DynamoDB Streams' API under a signing name of its own. SDKs sign stream calls for {@code
 * dynamodb}; the name in IAM's policies is {@code dynamodbstreams}, and some tools sign for that.
 */
record StreamsApi(DynamoDbApi dynamoDb) implements AwsApi {
  @Override
  public String signingName() {
    return "dynamodbstreams";
  }

  @Override
  public AwsResponse handle(AwsRequest request) throws AwsError, InterruptedException {
    return dynamoDb.handle(request);
  }
}
