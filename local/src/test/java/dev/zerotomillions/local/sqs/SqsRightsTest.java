package dev.zerotomillions.local.sqs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.zerotomillions.local.aws.Arns;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.Need;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqsRightsTest {
  private static final Arns ARNS = new Arns("eu-west-1", "123456789012");

  private static Need right(String operation, String input) throws Exception {
    return SqsRights.of(operation, new JsonMapper().readTree(input.replace('\'', '"')), ARNS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SendMessage        | {'QueueUrl': 'http://localhost:4566/123456789012/jobs'} | sqs:sendmessage",
        "SendMessageBatch   | {'QueueUrl': 'http://localhost:4566/123456789012/jobs'} | sqs:sendmessage",
        "DeleteMessageBatch | {'QueueUrl': 'http://localhost:4566/123456789012/jobs'} | sqs:deletemessage",
        "GetQueueUrl        | {'QueueName': 'jobs'}                                   | sqs:getqueueurl",
      })
  void rights_areOnTheQueue_andABatchAsksForThoseOfItsEntries(
      String operation, String input, String action) throws Exception {
    assertEquals(
        new Need(action, "arn:aws:sqs:eu-west-1:123456789012:jobs"), right(operation, input));
  }

  @Test
  void operationOfUnknownRights_isRefusedByName() {
    assertThrows(AwsError.class, () -> right("CreateQueue", "{'QueueName': 'jobs'}"));
  }
}
