package dev.zerotomillions.local.sqs;

import static dev.zerotomillions.local.sqs.SqsRig.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.resources.Provisioned;
import dev.zerotomillions.local.resources.ResourceRequest;
import dev.zerotomillions.local.resources.ResourceType;
import dev.zerotomillions.local.resources.UnsupportedProperty;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SqsException;

class SqsTest {
  private static final String QUEUE = "AWS::SQS::Queue";

  @TempDir static Path data;
  private static SqsRig rig;
  private static SqsClient client;

  @BeforeAll
  static void start() throws Exception {
    rig = new SqsRig(data);
    client = rig.client();
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    rig.close();
  }

  private static String create(String name) {
    return client.createQueue(request -> request.queueName(name)).queueUrl();
  }

  private static List<Message> receive(String url) {
    return client
        .receiveMessage(request -> request.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
        .messages();
  }

  @Test
  void message_isReceivedWithItsAttributes_untilItIsDeleted() {
    String url = create("plain");
    client.sendMessage(request -> request.queueUrl(url).messageBody("hello"));
    List<Message> messages = receive(url);
    assertEquals(List.of("hello"), messages.stream().map(Message::body).toList());
    client.deleteMessage(
        request -> request.queueUrl(url).receiptHandle(messages.getFirst().receiptHandle()));
    assertEquals(List.of(), receive(url));
  }

  @Test
  void queuesUrl_isThatOfTheEmulator() {
    assertEquals("http://localhost:4566/123456789012/addressed", create("addressed"));
  }

  @Test
  void unknownQueue_isRefusedAsAwsDoes() {
    assertThrows(
        QueueDoesNotExistException.class,
        () -> client.getQueueUrl(request -> request.queueName("nowhere")));
  }

  @Test
  void operationThatIsNotEmulated_isRefusedByName() {
    String url = create("shared");
    SqsException refusal =
        assertThrows(
            SqsException.class,
            () ->
                client.addPermission(
                    request ->
                        request
                            .queueUrl(url)
                            .label("all")
                            .awsAccountIds("123456789012")
                            .actions("SendMessage")));
    assertTrue(
        String.valueOf(refusal.getMessage()).contains("AddPermission of SQS is not emulated"));
  }

  @Test
  void messageOverTheQueuesLimit_isRefused_andNothingIsSent() {
    String url =
        client
            .createQueue(
                request ->
                    request
                        .queueName("small")
                        .attributes(Map.of(QueueAttributeName.MAXIMUM_MESSAGE_SIZE, "1024")))
            .queueUrl();
    SqsException refusal =
        assertThrows(
            SqsException.class,
            () ->
                client.sendMessage(request -> request.queueUrl(url).messageBody("x".repeat(1025))));
    assertEquals("InvalidParameterValue", refusal.awsErrorDetails().errorCode());
    assertEquals(List.of(), receive(url));
  }

  @Test
  void attributesThatTheEngineDrops_areKeptAndTold() {
    String url = create("described");
    client.setQueueAttributes(
        request ->
            request
                .queueUrl(url)
                .attributes(
                    Map.of(
                        QueueAttributeName.MESSAGE_RETENTION_PERIOD, "1209600",
                        QueueAttributeName.VISIBILITY_TIMEOUT, "7")));
    Map<QueueAttributeName, String> attributes =
        client
            .getQueueAttributes(
                request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
            .attributes();
    assertEquals("1209600", attributes.get(QueueAttributeName.MESSAGE_RETENTION_PERIOD));
    assertEquals("7", attributes.get(QueueAttributeName.VISIBILITY_TIMEOUT));
    assertEquals(
        "arn:aws:sqs:eu-west-1:123456789012:described",
        attributes.get(QueueAttributeName.QUEUE_ARN));
  }

  @Test
  void killedEngine_hasEveryMessageThatItAcknowledged() {
    String url = create("durable");
    Set<String> sent = new HashSet<>();
    for (String body : IntStream.range(0, 25).mapToObj(Integer::toString).toList()) {
      client.sendMessage(request -> request.queueUrl(url).messageBody(body));
      sent.add(body);
    }
    rig.killEngine();
    Set<String> received = new HashSet<>();
    List<Message> messages = receive(url);
    while (!messages.isEmpty()) {
      messages.forEach(message -> received.add(message.body()));
      messages = receive(url);
    }
    assertEquals(sent, received);
  }

  @Test
  void queueOfTheTemplate_redrivesToItsDeadLetterQueue() throws Exception {
    ResourceType type = rig.type(QUEUE);
    Provisioned dead = type.create(request("Dead", QUEUE, "{}"));
    ResourceRequest work =
        request(
            "Work",
            QUEUE,
            """
            {"VisibilityTimeout": 0, "RedrivePolicy":
              {"deadLetterTargetArn": %s, "maxReceiveCount": 2}}"""
                .formatted(dead.attributes().get("Arn")));
    Provisioned queue = type.create(work);
    assertEquals(queue, type.create(work), "a creation that a crash interrupted is done again");
    client.sendMessage(request -> request.queueUrl(queue.physicalId()).messageBody("poison"));
    for (int i = 0; i < 3; i++) {
      receive(queue.physicalId());
    }
    assertEquals(
        List.of("poison"), receive(dead.physicalId()).stream().map(Message::body).toList());
  }

  @Test
  void propertyThatIsTakenAway_isResetToItsDefault() throws Exception {
    ResourceType type = rig.type(QUEUE);
    ResourceRequest slow = request("Slow", QUEUE, "{\"VisibilityTimeout\": 90}");
    Provisioned queue = type.create(slow);
    ObjectNode before = slow.properties();
    type.update(request("Slow", QUEUE, "{}"), queue, before);
    assertEquals(
        "30",
        client
            .getQueueAttributes(
                request ->
                    request
                        .queueUrl(queue.physicalId())
                        .attributeNames(QueueAttributeName.VISIBILITY_TIMEOUT))
            .attributes()
            .get(QueueAttributeName.VISIBILITY_TIMEOUT));
  }

  @Test
  void redrivePolicyThatIsTakenAway_isRefused() throws Exception {
    ResourceType type = rig.type(QUEUE);
    Provisioned dead = type.create(request("Grave", QUEUE, "{}"));
    ResourceRequest work =
        request(
            "Redriven",
            QUEUE,
            "{\"RedrivePolicy\": {\"deadLetterTargetArn\": %s, \"maxReceiveCount\": 2}}"
                .formatted(dead.attributes().get("Arn")));
    Provisioned queue = type.create(work);
    assertThrows(
        UnsupportedProperty.class,
        () -> type.update(request("Redriven", QUEUE, "{}"), queue, work.properties()));
  }

  @Test
  void deletedQueue_isGone_andDeletingItAgainSucceeds() throws Exception {
    ResourceType type = rig.type(QUEUE);
    ResourceRequest shortLived = request("ShortLived", QUEUE, "{}");
    Provisioned queue = type.create(shortLived);
    type.delete(shortLived, queue);
    type.delete(shortLived, queue);
    assertThrows(
        QueueDoesNotExistException.class,
        () -> client.sendMessage(request -> request.queueUrl(queue.physicalId()).messageBody("x")));
  }
}
