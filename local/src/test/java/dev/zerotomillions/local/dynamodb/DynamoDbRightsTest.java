package dev.zerotomillions.local.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.local.aws.Arns;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.aws.Need;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DynamoDbRightsTest {
  private static final String PREFIX = "arn:aws:dynamodb:eu-west-1:123456789012:table/";

  private static String rights(String operation, String input) throws AwsError {
    List<Need> needs =
        DynamoDbRights.of(
            new AwsRequest(
                "POST",
                "/",
                "",
                Map.of("x-amz-target", List.of("DynamoDB_20120810." + operation)),
                input.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                "eu-west-1",
                "key"),
            new Arns("eu-west-1", "123456789012"));
    return needs.stream()
        .map(need -> need.action().substring("dynamodb:".length()) + " " + need.resource())
        .map(text -> text.replace(PREFIX, ""))
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "GetItem            | {'TableName': 'orders', 'Key': {'TableName': {'S': 'x'}}} | GetItem orders",
        "Query              | {'TableName': 'orders'}                                   | Query orders",
        "Query              | {'TableName': 'orders', 'IndexName': 'gsi1'}              | Query orders/index/gsi1",
        "Scan               | {'IndexName': 'gsi1', 'TableName': 'arn:aws:dynamodb:eu-west-1:123456789012:table/t'} | Scan t/index/gsi1",
        "ListTables         | {}                                                        | ListTables *",
        "BatchGetItem       | {'RequestItems': {'a': {'Keys': []}, 'b': {}}}            | BatchGetItem a, BatchGetItem b",
        "BatchWriteItem     | {'RequestItems': {'a': [{'PutRequest': {}}]}}             | BatchWriteItem a",
        "TransactGetItems   | {'TransactItems': [{'Get': {'TableName': 'a'}}]}          | GetItem a",
        "TransactWriteItems | {'TransactItems': [{'Put': {'TableName': 'a', 'Item': {}}}, {'ConditionCheck': {'TableName': 'b'}}, {'Update': {'TableName': 'c'}}, {'Delete': {'TableName': 'd'}}]} | PutItem a, ConditionCheckItem b, UpdateItem c, DeleteItem d",
      })
  void rights_areOfEachTableOrIndex_andOfATransactionsParts(
      String operation, String input, String rights) throws AwsError {
    assertEquals(rights, rights(operation, input));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ExecuteStatement",
        "BatchExecuteStatement",
        "ExecuteTransaction",
        "CreateTable",
        "DeleteTable",
        "UpdateTable",
        "GetRecords"
      })
  void operationsOfUnknownRights_areRefusedByName(String operation) {
    AwsError refusal = assertThrows(AwsError.class, () -> rights(operation, "{}"));

    assertEquals(501, refusal.status());
    assertTrue(refusal.message().contains("dynamodb:" + operation), refusal.message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "no JSON"})
  void bodyThatIsNoObject_isRefusedAsTheServiceRefusesIt(String body) {
    AwsError refusal = assertThrows(AwsError.class, () -> rights("GetItem", body));

    assertEquals("SerializationException", refusal.code());
  }
}
