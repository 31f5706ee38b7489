package dev.zerotomillions.shared.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** One table: reads of it, and changes to it for {@link Database#commit}. */
public final class Table {
  private final DynamoDbClient client;
  private final String name;
  private final Pause pause;

  Table(DynamoDbClient client, String name, Pause pause) {
    this.client = client;
    this.name = name;
    this.pause = pause;
  }

  /** The row as last written. */
  public Optional<Row> find(String pk, String sk) {
    GetItemResponse found =
        Database.call(
            () ->
                client.getItem(
                    request -> request.tableName(name).key(key(pk, sk)).consistentRead(true)));
    return found.hasItem() ? Optional.of(Row.from(found.item())) : Optional.empty();
  }

  /**
   * The rows of up to 100 partitions as last written, in no order; those that are not there are
   * left out.
   */
  public List<Row> findAll(List<String> pks, String sk) {
    return pks.isEmpty()
        ? List.of()
        : new BatchRead(client, pause).rows(name, pks.stream().map(pk -> key(pk, sk)).toList());
  }

  /** A page of the rows of a partition or of an index. */
  public Page query(Query query) {
    return query.run(client, name);
  }

  /** A new row, refused if its key is taken. */
  public Change insert(Row row, Function<Row, RuntimeException> ifTaken) {
    return put(row, "attribute_not_exists(pk)", Map.of(), ifTaken);
  }

  /** A row written whatever was there. */
  public Change overwrite(Row row) {
    return new Change(
        TransactWriteItem.builder().put(put -> put.tableName(name).item(row.attributes())).build(),
        _ -> new IllegalStateException("Nothing was asked of the row " + row.text("pk")));
  }

  /** A row in the place of that with the version given. */
  public Change replace(Row row, long version, Function<Row, RuntimeException> ifChanged) {
    return put(row, "version = :version", Map.of(":version", number(version)), ifChanged);
  }

  /** A row written if the condition holds. */
  public Change put(
      Row row,
      String condition,
      Map<String, AttributeValue> values,
      Function<Row, RuntimeException> ifRefused) {
    Put put =
        Put.builder()
            .tableName(name)
            .item(row.attributes())
            .conditionExpression(condition)
            .expressionAttributeValues(values.isEmpty() ? null : values)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    return new Change(TransactWriteItem.builder().put(put).build(), ifRefused);
  }

  /** A change to attributes of a row, by an update expression, if the condition holds. */
  public Change update(
      String pk,
      String sk,
      String expression,
      String condition,
      Map<String, AttributeValue> values,
      Function<Row, RuntimeException> ifRefused) {
    return new Change(
        TransactWriteItem.builder()
            .update(
                update ->
                    update
                        .tableName(name)
                        .key(key(pk, sk))
                        .updateExpression(expression)
                        .conditionExpression(condition)
                        .expressionAttributeValues(values)
                        .returnValuesOnConditionCheckFailure(
                            ReturnValuesOnConditionCheckFailure.ALL_OLD))
            .build(),
        ifRefused);
  }

  /** No change at all, but a condition that a row has to meet for the others to be made. */
  public Change check(
      String pk,
      String sk,
      String condition,
      Map<String, AttributeValue> values,
      Function<Row, RuntimeException> ifRefused) {
    return new Change(
        TransactWriteItem.builder()
            .conditionCheck(
                check ->
                    check
                        .tableName(name)
                        .key(key(pk, sk))
                        .conditionExpression(condition)
                        .expressionAttributeValues(values.isEmpty() ? null : values)
                        .returnValuesOnConditionCheckFailure(
                            ReturnValuesOnConditionCheckFailure.ALL_OLD))
            .build(),
        ifRefused);
  }

  /** A row taken away, whether or not it is there. */
  public Change delete(String pk, String sk) {
    return new Change(
        TransactWriteItem.builder()
            .delete(delete -> delete.tableName(name).key(key(pk, sk)))
            .build(),
        _ -> new IllegalStateException("Nothing was asked of the row " + pk));
  }

  /** A row taken away if the condition holds. */
  public Change delete(
      String pk,
      String sk,
      String condition,
      Map<String, AttributeValue> values,
      Function<Row, RuntimeException> ifRefused) {
    return new Change(
        TransactWriteItem.builder()
            .delete(
                delete ->
                    delete
                        .tableName(name)
                        .key(key(pk, sk))
                        .conditionExpression(condition)
                        .expressionAttributeValues(values.isEmpty() ? null : values)
                        .returnValuesOnConditionCheckFailure(
                            ReturnValuesOnConditionCheckFailure.ALL_OLD))
            .build(),
        ifRefused);
  }

  public static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  public static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", text(pk), "sk", text(sk));
  }
}
