package dev.zerotomillions.cdk.constructs;

import dev.zerotomillions.cdk.endpoints.Worker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.EventSourceMappingOptions;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * The queues of jobs, one a kind, each with the queue of those that were set aside.
 *
 * <p>They are in the stack of what computes, and go with it: a message is a hint, and the job's row
 * is what counts. A stack of their own would export them, and CloudFormation lets no export go that
 * is in use, so that nobody could descend.
 */
public final class JobQueues extends Construct {
  /** How often a message is handed out before it is set aside. */
  private static final int TRIES = 5;

  /** By AWS's advice, in units of the function's timeout. */
  private static final int VISIBILITY = 6;

  private static final int BATCH = 5;

  /** So many at once of a kind: others want the tables, too. */
  private static final int CONCURRENCY = 10;

  private static final Duration SET_ASIDE_KEPT = Duration.days(14);
  private static final java.time.Duration OLD = java.time.Duration.ofMinutes(15);

  private final Map<String, Queue> byKind = new TreeMap<>();
  private final Map<String, Queue> setAside = new TreeMap<>();

  public JobQueues(Construct scope, String id, Collection<Worker> workers) {
    super(scope, id);
    workers.forEach(this::add);
  }

  private void add(Worker worker) {
    Queue dead =
        Queue.Builder.create(this, worker.name() + "SetAside")
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .retentionPeriod(SET_ASIDE_KEPT)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    setAside.put(worker.kind(), dead);
    byKind.put(
        worker.kind(),
        Queue.Builder.create(this, worker.name() + "Queue")
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .visibilityTimeout(Duration.seconds(VISIBILITY * worker.timeout().toSeconds()))
            .deadLetterQueue(DeadLetterQueue.builder().queue(dead).maxReceiveCount(TRIES).build())
            .removalPolicy(RemovalPolicy.DESTROY)
            .build());
  }

  /** Whether this phase has them; else jobs are done by whoever submits them. */
  boolean exist() {
    return !byKind.isEmpty();
  }

  /** Returns the statements that let a function send jobs of these kinds. */
  List<PolicyStatement> allow(Collection<String> kinds) {
    List<PolicyStatement> statements = new ArrayList<>();
    for (String kind : kinds) {
      statements.add(statement(of(kind), "SendMessage"));
    }
    return statements;
  }

  /** Returns the statement that lets a worker receive its jobs. */
  PolicyStatement allow(Worker worker) {
    return statement(
        of(worker.kind()),
        "ChangeMessageVisibility",
        "DeleteMessage",
        "GetQueueAttributes",
        "ReceiveMessage");
  }

  /** Returns the environment variables that name the queues of these kinds. */
  Map<String, String> variables(Collection<String> kinds) {
    Map<String, String> variables = new TreeMap<>();
    for (String kind : kinds) {
      String name = "JOB_QUEUE_" + kind.replace('-', '_').toUpperCase(Locale.ROOT);
      variables.put(name, of(kind).getQueueUrl());
    }
    return variables;
  }

  /** Returns the environment variables that a worker needs. */
  Map<String, String> variables(Worker worker) {
    Map<String, String> variables = variables(List.of(worker.kind()));
    variables.put("JOB_TRIES", String.valueOf(TRIES));
    return variables;
  }

  /** Hands the jobs of a worker's queue to its function. */
  public void feed(Worker worker, IFunction function) {
    function.addEventSourceMapping(
        "Jobs",
        EventSourceMappingOptions.builder()
            .eventSourceArn(of(worker.kind()).getQueueArn())
            .batchSize(BATCH)
            .maxConcurrency(CONCURRENCY)
            .reportBatchItemFailures(true)
            .build());
  }

  /** Watches for jobs that wait too long, and for those that were set aside. */
  public void watch(Alarms alarms) {
    byKind.forEach(
        (kind, queue) ->
            alarms.onLasting(
                id(kind) + "JobsWait",
                queue.metricApproximateAgeOfOldestMessage(),
                OLD.toSeconds(),
                "Jobs of the kind %s wait %d minutes or more: see the log of their worker."
                    .formatted(kind, OLD.toMinutes()),
                Optional.empty()));
    setAside.forEach(
        (kind, queue) ->
            alarms.onAny(
                id(kind) + "JobsSetAside",
                queue.metricApproximateNumberOfMessagesVisible(),
                "Jobs of the kind %s failed %d times and were set aside: mend the cause, then move"
                        .formatted(kind, TRIES)
                    + " them back (aws sqs start-message-move-task).",
                Optional.empty()));
  }

  private Queue of(String kind) {
    return Objects.requireNonNull(byKind.get(kind), "no worker does jobs of the kind " + kind);
  }

  private static PolicyStatement statement(Queue queue, String... actions) {
    return PolicyStatement.Builder.create()
        .actions(List.of(actions).stream().map(action -> "sqs:" + action).toList())
        .resources(List.of(queue.getQueueArn()))
        .build();
  }

  private static String id(String kind) {
    StringBuilder id = new StringBuilder();
    for (String word : kind.split("-", -1)) {
      id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return id.toString();
  }
}
