package dev.zerotomillions.local.dynamodb;

import dev.zerotomillions.local.aws.Arns;
import dev.zerotomillions.local.aws.AwsApi;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.aws.AwsResponse;
import dev.zerotomillions.local.aws.Need;
import java.util.List;

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
  public List<Need> rights(AwsRequest request, Arns arns) throws AwsError {
    return dynamoDb.rights(request, arns);
  }

  @Override
  public AwsResponse handle(AwsRequest request) throws AwsError, InterruptedException {
    return dynamoDb.handle(request);
  }
}
