package dev.zerotomillions.cdk.endpoints;

import java.time.Duration;

/**
 * Work that is done each minute without anyone asking, with all that its function may touch.
 *
 * @param name the name that the schedule sends, and the function's where it has one of its own
 */
public record Task(Service service, String name, Needs needs, Duration timeout, int memoryMegabytes)
    implements Workload {

  Task with(Needs others) {
    return new Task(service, name, others, timeout, memoryMegabytes);
  }

  /** A task under construction. */
  static final class Builder extends WorkloadBuilder<Builder> {
    private Builder(Service service, String name) {
      super(service, name);
      // The single function of phase 0 has the longest timeout of all, and the gateway's is 29 s.
      timeout(Duration.ofSeconds(25));
    }

    @Override
    Builder self() {
      return this;
    }

    Task build() {
      return new Task(service, name, needs(), timeout, memoryMegabytes);
    }
  }

  static Builder of(Service service, String name) {
    return new Builder(service, name);
  }
}
