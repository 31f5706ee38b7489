package dev.zerotomillions.shared.testing;

import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.events.Event;
import dev.zerotomillions.shared.events.EventDelivery;
import dev.zerotomillions.shared.events.EventNotTaken;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Delivery to nobody but the test. Given to {@link Api#start}, it takes the place of the real one.
 */
public final class FakeDelivery implements EventDelivery {
  private final List<Event> events = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean down;

  /** Has every delivery fail, or succeed again. */
  public void setDown(boolean isDown) {
    down = isDown;
  }

  /** What was delivered, in its order. */
  public List<Event> events() {
    return List.copyOf(events);
  }

  /** What was delivered of a type. */
  public List<Event> events(String type) {
    return events().stream().filter(event -> event.type().equals(type)).toList();
  }

  @Override
  public void deliver(Event event, Deadline deadline) {
    if (down) {
      throw EventNotTaken.unavailable(event, List.of("the test"));
    }
    events.add(event);
  }
}
