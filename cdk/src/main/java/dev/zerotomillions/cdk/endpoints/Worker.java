package dev.zerotomillions.cdk.endpoints;

import java.time.Duration;

/**
 * The function that does the jobs of one kind, once there are queues; before, whoever submits them
 * does them too.
 *
 * @param kind the kind of jobs, such as {@code user-export}, which its queue is named by
 */
public record Worker(
    Service service, String name, String kind, Needs needs, Duration timeout, int memoryMegabytes)
    implements Workload {

  /** A worker under construction. */
  static final class Builder extends WorkloadBuilder<Builder> {
    private final String kind;

    private Builder(Service service, String name, String kind) {
      super(service, name);
      this.kind = kind;
      // Nobody waits for a job; what takes longer than this is to be parted.
      timeout(Duration.ofMinutes(1));
      // What every attempt at a job does to its row.
      grants(Grant.on(Service.OPERATIONS, "DeleteItem", "GetItem", "PutItem"));
    }

    @Override
    Builder self() {
      return this;
    }

    Worker build() {
      return new Worker(service, name, kind, needs(), timeout, memoryMegabytes);
    }
  }

  static Builder of(Service service, String name, String kind) {
    return new Builder(service, name, kind);
  }
}
