package dev.zerotomillions.payments;

import dev.zerotomillions.shared.testing.TestTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** The database, each of whose calls is a point at which a thread may be held up or killed. */
final class GuardedDynamoDb implements DynamoDbClient {
  private final DynamoDbClient client = TestTable.client();

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return Points.around(() -> client.getItem(request));
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return Points.around(() -> client.transactWriteItems(request));
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return Points.around(() -> client.putItem(request));
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    return Points.around(() -> client.updateItem(request));
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    return Points.around(() -> client.deleteItem(request));
  }

  @Override
  public String serviceName() {
    return client.serviceName();
  }

  @Override
  public void close() {
    // It is everyone's.
  }
}
