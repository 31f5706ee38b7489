package dev.zerotomillions.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.aws.Arns;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.Guard;
import dev.zerotomillions.local.aws.Need;
import java.util.Locale;
import java.util.Set;

/** The rights that SQS's calls ask for: of a batch, those of its entries. */
final class SqsRights {
  private static final Set<String> ON_A_QUEUE =
      Set.of(
          "SendMessage",
          "ReceiveMessage",
          "DeleteMessage",
          "ChangeMessageVisibility",
          "GetQueueAttributes",
          "GetQueueUrl",
          "PurgeQueue");

  private SqsRights() {}

  static Need of(String operation, JsonNode input, Arns arns) throws AwsError {
    String action =
        operation.endsWith("Batch")
            ? operation.substring(0, operation.length() - "Batch".length())
            : operation;
    if (!ON_A_QUEUE.contains(action)) {
      throw Guard.unknown("sqs", operation);
    }
    String url = input.path("QueueUrl").asText();
    String queue = input.path("QueueName").asText(url.substring(url.lastIndexOf('/') + 1));
    // SQS writes actions in lower case in its refusals; policies match in any.
    return new Need("sqs:" + action.toLowerCase(Locale.ROOT), arns.of("sqs", queue));
  }
}
