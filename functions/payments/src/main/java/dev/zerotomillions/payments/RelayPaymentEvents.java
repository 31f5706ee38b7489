package dev.zerotomillions.payments;

import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.events.Relay;
import dev.zerotomillions.shared.tasks.ScheduledTask;
import jakarta.inject.Singleton;

/** Delivers the events that nobody was told of when they happened. */
@Singleton
final class RelayPaymentEvents implements ScheduledTask {
  private final Relay relay;

  RelayPaymentEvents(Relay relay) {
    this.relay = relay;
  }

  @Override
  public String name() {
    return "RelayPaymentEvents";
  }

  @Override
  public void run(Deadline deadline) {
    relay.run("payments", deadline);
  }
}
