package dev.zerotomillions.users;

import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.events.Relay;
import dev.zerotomillions.shared.tasks.ScheduledTask;
import jakarta.inject.Singleton;

/** The task that delivers those events of users which were not delivered at once. */
@Singleton
final class RelayUserEvents implements ScheduledTask {
  private final Relay relay;

  RelayUserEvents(Relay relay) {
    this.relay = relay;
  }

  @Override
  public String name() {
    return "RelayUserEvents";
  }

  @Override
  public void run(Deadline deadline) {
    relay.run(UserEvents.SERVICE, deadline);
  }
}
