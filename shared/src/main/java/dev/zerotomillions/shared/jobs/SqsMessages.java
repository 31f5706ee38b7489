package dev.zerotomillions.shared.jobs;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The jobs' queues in SQS. */
@Singleton
final class SqsMessages implements JobMessages {
  private final BeanProvider<SqsClient> client;

  SqsMessages(BeanProvider<SqsClient> client) {
    this.client = client;
  }

  @Override
  public void send(String queue, String body) {
    try {
      client.get().sendMessage(request -> request.queueUrl(queue).messageBody(body));
    } catch (SdkException e) {
      throw new NotSent(queue, e);
    }
  }

  @Override
  public void hide(String queue, String receipt, Duration pause) {
    try {
      client
          .get()
          .changeMessageVisibility(
              request ->
                  request
                      .queueUrl(queue)
                      .receiptHandle(receipt)
                      .visibilityTimeout((int) pause.toSeconds()));
    } catch (SdkException e) {
      throw new NotSent(queue, e);
    }
  }
}
