package dev.zerotomillions.local.sources;

import static dev.zerotomillions.local.sources.RecordingFunction.fails;
import static dev.zerotomillions.local.sources.RecordingFunction.returns;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zerotomillions.local.functions.Invocation;
import dev.zerotomillions.local.sqs.SqsRig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@Timeout(60)
class QueuePollerTest {
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

  /** A queue whose messages show up again after a second, and at the third time in another. */
  private static String queue(String name) {
    client.createQueue(request -> request.queueName(name + "-dead"));
    String redrive =
        "{\"deadLetterTargetArn\": \"%s\", \"maxReceiveCount\": 2}".formatted(arn(name + "-dead"));
    return client
        .createQueue(
            request ->
                request
                    .queueName(name)
                    .attributes(
                        Map.of(
                            QueueAttributeName.VISIBILITY_TIMEOUT,
                            "1",
                            QueueAttributeName.REDRIVE_POLICY,
                            redrive)))
        .queueUrl();
  }

  private static String arn(String name) {
    return "arn:aws:sqs:%s:%s:%s".formatted(SqsRig.REGION, SqsRig.ACCOUNT, name);
  }

  private static QueueSource source(String name, int batch, int concurrency) {
    return new QueueSource(arn(name), "work", batch, Duration.ZERO, concurrency, true);
  }

  private static void send(String url, int count) {
    IntStream.range(0, count)
        .forEach(i -> client.sendMessage(request -> request.queueUrl(url).messageBody("m" + i)));
  }

  private static int waiting(String name) {
    String url = client.getQueueUrl(request -> request.queueName(name)).queueUrl();
    Map<QueueAttributeName, String> attributes =
        client
            .getQueueAttributes(
                request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
            .attributes();
    return IntStream.of(
            Integer.parseInt(
                attributes.getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0")),
            Integer.parseInt(
                attributes.getOrDefault(
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "0")))
        .sum();
  }

  /** Polls until the queue is empty, and gives what the function was invoked with. */
  private static RecordingFunction drain(QueueSource source, Function<JsonNode, Invocation> handler)
      throws InterruptedException {
    RecordingFunction function = new RecordingFunction(handler);
    List<String> notices = new CopyOnWriteArrayList<>();
    try (QueuePoller _ = QueuePoller.start(source, rig.queues(), function, notices::add)) {
      while (waiting(source.queueName()) > 0 && notices.isEmpty()) {
        Thread.sleep(20);
      }
    }
    assertEquals(List.of(), notices);
    return function;
  }

  private static Invocation failing(JsonNode event, Set<String> bodies) {
    String failed =
        event
            .path("Records")
            .valueStream()
            .filter(record -> bodies.contains(record.path("body").asText()))
            .map(record -> "{\"itemIdentifier\": %s}".formatted(record.path("messageId")))
            .collect(Collectors.joining(","));
    return returns("{\"batchItemFailures\": [%s]}".formatted(failed));
  }

  @Test
  void messages_areHandedOverOnce_inBatchesOfTheMappingsSize() throws Exception {
    send(queue("batches"), 25);
    RecordingFunction function = drain(source("batches", 4, 2), event -> returns("{}"));
    assertEquals(25, function.bodies().size());
    assertEquals(25, Set.copyOf(function.bodies()).size());
    assertTrue(function.events().stream().allMatch(event -> event.path("Records").size() <= 4));
    assertTrue(function.mostAtOnce() <= 2);
  }

  @Test
  void event_hasTheFormThatLambdaGivesIt() throws Exception {
    String url = queue("form");
    client.sendMessage(request -> request.queueUrl(url).messageBody("{}"));
    JsonNode message =
        drain(source("form", 1, 2), event -> returns("null")).events().getFirst().at("/Records/0");
    assertEquals("aws:sqs", message.path("eventSource").asText());
    assertEquals(arn("form"), message.path("eventSourceARN").asText());
    assertEquals("1", message.at("/attributes/ApproximateReceiveCount").asText());
    assertEquals("99914b932bd37a50b983c5e7c90ae93b", message.path("md5OfBody").asText());
  }

  @Test
  void itemsThatFail_comeAgainAlone_andEndInTheDeadLetterQueue() throws Exception {
    send(queue("partial"), 10);
    RecordingFunction function =
        drain(source("partial", 10, 2), event -> failing(event, Set.of("m3", "m7")));
    assertEquals(2, waiting("partial-dead"));
    assertEquals(2, function.bodies().stream().filter("m3"::equals).count());
    assertEquals(1, function.bodies().stream().filter("m4"::equals).count());
  }

  @Test
  void functionThatThrows_getsTheWholeBatchAgain() throws Exception {
    send(queue("throwing"), 3);
    AtomicInteger calls = new AtomicInteger();
    RecordingFunction function =
        drain(
            source("throwing", 10, 2),
            event -> calls.incrementAndGet() == 1 ? fails() : returns("{}"));
    assertEquals(Set.of("m0", "m1", "m2"), Set.copyOf(function.bodies()));
    assertTrue(function.bodies().size() > 3);
    assertEquals(0, waiting("throwing-dead"));
  }

  @Test
  void answerThatNamesAnUnknownItem_countsAsAFailureOfTheWholeBatch() throws Exception {
    send(queue("confused"), 2);
    drain(
        source("confused", 10, 2),
        event -> returns("{\"batchItemFailures\": [{\"itemIdentifier\": \"none\"}]}"));
    assertEquals(2, waiting("confused-dead"));
  }

  @Test
  void mostAtOnce_isTheMappingsConcurrency() throws Exception {
    send(queue("wide"), 6);
    CountDownLatch three = new CountDownLatch(3);
    RecordingFunction function =
        drain(
            source("wide", 1, 3),
            event -> {
              three.countDown();
              try {
                three.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return returns("{}");
            });
    assertEquals(3, function.mostAtOnce());
  }

  @Test
  void window_gathersMoreThanOneReceiveGives() throws Exception {
    send(queue("gathered"), 15);
    QueueSource source =
        new QueueSource(arn("gathered"), "work", 15, Duration.ofSeconds(20), 2, true);
    RecordingFunction function = drain(source, event -> returns("{}"));
    assertEquals(
        List.of(15), function.events().stream().map(e -> e.path("Records").size()).toList());
  }

  @Test
  void throttledFunction_losesNothing() throws Exception {
    send(queue("throttled"), 1);
    AtomicInteger calls = new AtomicInteger();
    RecordingFunction function =
        drain(
            source("throttled", 10, 2),
            event ->
                calls.incrementAndGet() == 1 ? new Invocation.Throttled("busy") : returns("{}"));
    assertEquals(List.of("m0", "m0"), function.bodies());
  }
}
