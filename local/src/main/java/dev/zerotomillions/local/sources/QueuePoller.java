package dev.zerotomillions.local.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.functions.Functions;
import dev.zerotomillions.local.functions.Invocation;
import dev.zerotomillions.local.sqs.Queues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Polls a queue and invokes a function with what it gathers. What the function does not fail on is
 * deleted; the rest shows up again once its visibility timeout is over, as does all that was under
 * way when the emulator was killed.
 */
final class QueuePoller implements AutoCloseable {
  /** The most that one call of SQS receives or deletes. */
  private static final int AT_ONCE = 10;

  private static final int LONGEST_POLL_SECONDS = 20;
  private static final int LARGEST_BATCH = 5 * 1024 * 1024;
  private static final Duration FOREVER = Duration.ofMinutes(20);
  private static final Duration BACKOFF = Duration.ofSeconds(1);

  private final QueueSource source;
  private final Queues queues;
  private final Functions functions;
  private final Consumer<String> notices;
  private final Semaphore free;
  private final Thread thread;
  private volatile boolean closed;

  private QueuePoller(
      QueueSource source, Queues queues, Functions functions, Consumer<String> notices) {
    this.source = source;
    this.queues = queues;
    this.functions = functions;
    this.notices = notices;
    this.free = new Semaphore(source.concurrency());
    this.thread = Thread.ofVirtual().name("poller of " + source.queueName()).unstarted(this::poll);
  }

  /**
   * Starts to poll.
   *
   * @param notices takes a line for each failure of the queue itself
   */
  static QueuePoller start(
      QueueSource source, Queues queues, Functions functions, Consumer<String> notices) {
    QueuePoller poller = new QueuePoller(source, queues, functions, notices);
    poller.thread.start();
    return poller;
  }

  private void poll() {
    try {
      while (!closed) {
        free.acquire();
        List<JsonNode> batch = gatherSafely();
        Thread.ofVirtual().name("batch of " + source.queueName()).start(() -> handle(batch));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<JsonNode> gatherSafely() throws InterruptedException {
    try {
      return gather();
    } catch (AwsError e) {
      if (!closed) {
        notices.accept("Queue %s can't be polled: %s".formatted(source.queueName(), e.message()));
        Thread.sleep(BACKOFF);
      }
      return List.of();
    }
  }

  /** Waits for a first message, and then for more of them as long as the batch may be gathered. */
  private List<JsonNode> gather() throws AwsError, InterruptedException {
    List<JsonNode> batch = new ArrayList<>(receive(source.batchSize(), LONGEST_POLL_SECONDS));
    long end = System.nanoTime() + source.window().toNanos();
    int size = size(batch);
    while (!batch.isEmpty() && batch.size() < source.batchSize() && size < LARGEST_BATCH) {
      long left = Duration.ofNanos(end - System.nanoTime()).toSeconds();
      List<JsonNode> more = receive(source.batchSize() - batch.size(), (int) Math.max(0, left));
      batch.addAll(more);
      size += size(more);
      if (left <= 0) {
        break;
      }
    }
    return batch;
  }

  private static int size(List<JsonNode> messages) {
    return messages.stream().mapToInt(message -> message.toString().length()).sum();
  }

  private List<JsonNode> receive(int most, int seconds) throws AwsError, InterruptedException {
    ObjectNode input =
        JsonNodeFactory.instance.objectNode().put("QueueUrl", queues.url(source.queueArn()));
    input.put("MaxNumberOfMessages", Math.min(most, AT_ONCE));
    input.put("WaitTimeSeconds", seconds);
    input.putArray("AttributeNames").add("All");
    input.putArray("MessageAttributeNames").add("All");
    List<JsonNode> messages = new ArrayList<>();
    queues.call(source.region(), "ReceiveMessage", input).path("Messages").forEach(messages::add);
    return messages;
  }

  private void handle(List<JsonNode> batch) {
    try {
      if (batch.isEmpty()) {
        return;
      }
      Invocation answer =
          functions.invoke(source.function(), QueueEvent.of(source, batch), FOREVER);
      if (answer instanceof Invocation.Returned returned) {
        Set<String> failed = failed(returned.payload(), batch);
        delete(batch.stream().filter(each -> !failed.contains(id(each))).toList());
      } else if (!(answer instanceof Invocation.Failed)) {
        // Throttled, or its alias is on its way: the messages wait, and so does the poller.
        Thread.sleep(BACKOFF);
      }
    } catch (AwsError e) {
      notices.accept(
          "What %s has done stays in queue %s: %s"
              .formatted(source.function(), source.queueName(), e.message()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      free.release();
    }
  }

  private Set<String> failed(byte[] answer, List<JsonNode> batch) {
    if (!source.reportsItemFailures()) {
      return Set.of();
    }
    Set<String> all = batch.stream().map(QueuePoller::id).collect(Collectors.toSet());
    Optional<Set<String>> failed = ItemFailures.in(answer, all);
    return failed.orElseGet(() -> new HashSet<>(all));
  }

  private void delete(List<JsonNode> messages) throws AwsError, InterruptedException {
    for (int from = 0; from < messages.size(); from += AT_ONCE) {
      ObjectNode input =
          JsonNodeFactory.instance.objectNode().put("QueueUrl", queues.url(source.queueArn()));
      ArrayNode entries = input.putArray("Entries");
      for (JsonNode each : messages.subList(from, Math.min(from + AT_ONCE, messages.size()))) {
        entries
            .addObject()
            .put("Id", id(each))
            .put("ReceiptHandle", each.path("ReceiptHandle").asText());
      }
      queues.call(source.region(), "DeleteMessageBatch", input);
    }
  }

  private static String id(JsonNode message) {
    return message.path("MessageId").asText();
  }

  /** Polls no more; batches that the function has are finished. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
