package dev.zerotomillions.shared.testing;

import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.data.Row;
import dev.zerotomillions.shared.data.Table;
import dev.zerotomillions.shared.events.Event;
import dev.zerotomillions.shared.events.Inbox;
import dev.zerotomillions.shared.json.RecordBinder;
import io.micronaut.core.annotation.Introspected;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A consumer of events with a table of its own, that answers as the test says: what it applies is
 * kept, what it receives is noted.
 */
public final class RecordingSubscriber {
  /** Has taken the event, and its answer gets lost. */
  public static final int LOST = 0;

  /** What the consumer knows of an event's data. */
  @Introspected
  public record Known(String orderId) {}

  private final String name;
  private final Inbox inbox;
  private final Table table;
  private final List<String> received = Collections.synchronizedList(new ArrayList<>());
  private final List<String> applied = Collections.synchronizedList(new ArrayList<>());
  private final Deque<Integer> answers = new ArrayDeque<>();
  private int always = 204;

  RecordingSubscriber(String name, Inbox inbox, Database database) {
    this.name = name;
    this.inbox = inbox;
    this.table = database.table(TestTable.create().name());
  }

  /** The address that it takes events at. */
  public String path() {
    return "/internal/" + name + "/events";
  }

  /** Takes an event as it travelled; returns the status that it answers with, or {@link #LOST}. */
  public synchronized int take(Map<?, ?> envelope) {
    // A newer producer's envelope has members of which this consumer knows nothing.
    Map<Object, Object> newer = new LinkedHashMap<>(envelope);
    newer.put("traceparent", "00-4bf9-00f0-01");
    Event event = RecordBinder.bind(Event.class, newer);
    received.add(event.subject());
    Integer next = answers.poll();
    int status = next == null ? always : next;
    if (status == LOST || status < 300) {
      apply(event);
    }
    return status;
  }

  private void apply(Event event) {
    String order = event.data(Known.class).orderId();
    Row row = Row.of("APPLIED#" + order, "APPLIED");
    // A second insert would be refused, so that applying twice would show.
    if (inbox.once(table, event, () -> List.of(table.insert(row, _ -> new AppliedTwice(order))))) {
      applied.add(order);
    }
  }

  /** Has it answer the next events so. */
  synchronized RecordingSubscriber answers(Integer... statuses) {
    answers.addAll(List.of(statuses));
    return this;
  }

  /** Has it answer so from now on. */
  synchronized RecordingSubscriber alwaysAnswers(int status) {
    always = status;
    return this;
  }

  /** The subjects of what came, in its order, with what came again. */
  List<String> received() {
    return List.copyOf(received);
  }

  /** What it did, in its order. */
  List<String> applied() {
    return List.copyOf(applied);
  }

  /** The inbox let an event through a second time. */
  private static final class AppliedTwice extends RuntimeException {
    AppliedTwice(String order) {
      super("The event of " + order + " was applied twice");
    }
  }
}
