package dev.zerotomillions.local.sources;

import java.time.Duration;

/**
 * A queue that a function is invoked with the messages of.
 *
 * @param queueArn the queue
 * @param function the function's name or ARN
 * @param batchSize the most messages of one invocation
 * @param window how long a batch is gathered for
 * @param concurrency the most invocations at once
 * @param reportsItemFailures whether the function's answer tells which messages it failed on
 */
record QueueSource(
    String queueArn,
    String function,
    int batchSize,
    Duration window,
    int concurrency,
    boolean reportsItemFailures) {

  String region() {
    return queueArn.split(":", -1)[3];
  }

  String queueName() {
    return queueArn.split(":", -1)[5];
  }
}
