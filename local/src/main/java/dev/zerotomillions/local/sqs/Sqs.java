package dev.zerotomillions.local.sqs;

import dev.zerotomillions.local.aws.AwsApi;
import dev.zerotomillions.local.engines.SqsEngine;
import dev.zerotomillions.local.process.Children;
import dev.zerotomillions.local.resources.ResourceType;
import java.io.IOException;
import java.util.List;

/** SQS: its API, its resource types, and its queues for other services. */
public final class Sqs implements AutoCloseable {
  private final RegionEngines engines;
  private final Queues queues;

  public Sqs(Children children, SqsEngine.Place place) {
    QueueRecords records = new QueueRecords(place.data().resolve("sqs").resolve("queues.json"));
    this.engines = new RegionEngines(children, place, records);
    this.queues = new Queues(engines, records, place.endpoint());
  }

  public AwsApi api() {
    return new SqsApi(queues);
  }

  public List<ResourceType> resourceTypes() {
    return List.of(new QueueType(queues), new QueuePolicyType(queues));
  }

  public Queues queues() {
    return queues;
  }

  @Override
  public void close() throws IOException {
    engines.close();
  }
}
