package dev.zerotomillions.orders;

import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.events.Relay;
import dev.zerotomillions.shared.tasks.ScheduledTask;
import jakarta.inject.Singleton;

/** The task that delivers the events which nobody was told of when they happened. */
@Singleton
final class RelayOrderEvents implements ScheduledTask {
  private final Relay relay;

  RelayOrderEvents(Relay relay) {
    this.relay = relay;
  }

  @Override
  public String name() {
    return "RelayOrderEvents";
  }

  @Override
  public void run(Deadline deadline) {
    relay.run("orders", deadline);
  }
}
