package dev.zerotomillions.shared.events;

import dev.zerotomillions.shared.calls.CallAnswer;
import dev.zerotomillions.shared.calls.CalleeUnavailable;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.calls.ServiceCall;
import dev.zerotomillions.shared.calls.ServiceCalls;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivery without a bus: the producer posts an event to each of its subscribers. */
@Singleton
final class DirectEvents implements EventDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(DirectEvents.class);

  private final Subscribers subscribers;
  private final ServiceCalls calls;

  DirectEvents(Subscribers subscribers, ServiceCalls calls) {
    this.subscribers = subscribers;
    this.calls = calls;
  }

  @Override
  public void deliver(Event event, Deadline deadline) {
    List<String> unreached = new ArrayList<>();
    List<String> refusing = new ArrayList<>();
    for (Subscriber subscriber : subscribers.of(event)) {
      try {
        ServiceCall call = ServiceCall.post(subscriber.path(), event);
        CallAnswer answer = calls.to(subscriber.service()).send(call, deadline);
        if (!answer.isSuccess()) {
          LOG.warn(
              "{} refused {} {}: {}", subscriber.path(), event.type(), event.id(), answer.status());
          refusing.add(subscriber.path());
        }
      } catch (CalleeUnavailable e) {
        unreached.add(subscriber.path());
      }
    }
    if (!unreached.isEmpty()) {
      throw EventNotTaken.unavailable(event, unreached);
    }
    if (!refusing.isEmpty()) {
      throw EventNotTaken.refused(event, refusing);
    }
  }
}
