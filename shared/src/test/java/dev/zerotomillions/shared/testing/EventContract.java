package dev.zerotomillions.shared.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.events.DeadEvents;
import dev.zerotomillions.shared.events.Event;
import dev.zerotomillions.shared.events.EventDelivery;
import dev.zerotomillions.shared.events.Events;
import dev.zerotomillions.shared.events.Inbox;
import dev.zerotomillions.shared.events.Outbox;
import dev.zerotomillions.shared.events.Relay;
import dev.zerotomillions.shared.http.Contexts;
import io.micronaut.context.BeanContext;
import io.micronaut.core.annotation.Introspected;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What producers and consumers rely on, whatever carries the events between them: each arrives at
 * least once, in any order, and is applied once.
 */
public abstract class EventContract {
  private static final String SERVICE = "orders";
  private static final String TYPE = "order.confirmed";

  /** Longer than any pause between two deliveries of an event. */
  private static final Duration LONG = Duration.ofMinutes(20);

  private final TestTable outboxTable = TestTable.create();
  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T10:00:00Z"));
  private final Switch delivery = new Switch();
  private final BeanContext producer =
      Contexts.start(Api.settings(Map.of("ORDERS_TABLE", outboxTable.name())), clock, delivery);
  private final RecordingSubscriber mailer = subscriber("notifications");
  private final RecordingSubscriber analyst = subscriber("reports");

  /** What the producer tells of an order; consumers know but a part of it. */
  @Introspected
  public record Told(String orderId, String status, long total) {}

  /** Delivery that is made when the subscribers are there. */
  private static final class Switch implements EventDelivery {
    private EventDelivery real =
        (event, _) -> {
          throw new IllegalStateException("Nothing delivers " + event);
        };

    @Override
    public void deliver(Event event, Deadline deadline) {
      real.deliver(event, deadline);
    }
  }

  /** Makes the delivery under test; an event goes to the subscribers of its type. */
  protected abstract EventDelivery connect(Map<String, List<RecordingSubscriber>> byType);

  /** Waits until whatever is under way between producer and subscribers has arrived. */
  protected abstract void settle();

  private RecordingSubscriber subscriber(String name) {
    return new RecordingSubscriber(
        name, producer.getBean(Inbox.class), producer.getBean(Database.class));
  }

  private void connectBoth() {
    delivery.real =
        connect(Map.of(TYPE, List.of(mailer, analyst), "order.placed", List.of(analyst)));
  }

  @AfterEach
  void stop() {
    producer.close();
  }

  private Event event(String type, String order) {
    return producer
        .getBean(Events.class)
        .happened(SERVICE, type, 1, order, new Told(order, "CONFIRMED", 1599));
  }

  private Event record(String order) {
    Event event = event(TYPE, order);
    producer.getBean(Database.class).commit(List.of(producer.getBean(Outbox.class).add(event)));
    return event;
  }

  private void publish(String order) {
    deliver(record(order));
  }

  private void deliver(Event event) {
    producer.getBean(Outbox.class).deliver(List.of(event));
    settle();
  }

  /** Lets the relay of the producer's service run once, long after all that is postponed. */
  private void later() {
    clock.advance(LONG);
    relay();
    settle();
  }

  private void relay() {
    producer.getBean(Relay.class).run(SERVICE, new Deadline(clock.instant().plusSeconds(60)));
  }

  private List<Event> dead() {
    return producer.getBean(DeadEvents.class).list(SERVICE);
  }

  @Test
  void event_reachesEachSubscriberOfItsType_andNothingIsLeft() {
    connectBoth();
    publish("ord_1");
    Event placed = event("order.placed", "ord_2");
    producer.getBean(Database.class).commit(List.of(producer.getBean(Outbox.class).add(placed)));
    deliver(placed);
    assertEquals(List.of("ord_1"), mailer.applied());
    assertEquals(List.of("ord_1", "ord_2"), analyst.applied());
    assertEquals(0, outboxTable.count());
  }

  @Test
  void eventThatNobodySubscribesTo_isDone() {
    connectBoth();
    Event event = event("order.refunded", "ord_1");
    producer.getBean(Database.class).commit(List.of(producer.getBean(Outbox.class).add(event)));
    deliver(event);
    assertEquals(0, outboxTable.count());
  }

  @Test
  void subscriberThatIsDown_getsTheEventLater_andKeepsItFromNobodyElse() {
    connectBoth();
    mailer.alwaysAnswers(500);
    publish("ord_1");
    assertEquals(List.of("ord_1"), analyst.applied());
    later();
    mailer.alwaysAnswers(204);
    later();
    assertEquals(List.of("ord_1"), mailer.applied());
    assertEquals(List.of("ord_1"), analyst.applied());
    assertEquals(0, outboxTable.count());
  }

  @Test
  void outageOfAnyLength_losesNothing_andSetsNothingAside() {
    connectBoth();
    mailer.alwaysAnswers(503);
    publish("ord_1");
    for (int i = 0; i < 30; i++) {
      later();
    }
    assertTrue(dead().isEmpty());
    mailer.alwaysAnswers(204);
    later();
    assertEquals(List.of("ord_1"), mailer.applied());
  }

  @Test
  void eventWhoseAnswerGotLost_comesAgain_andIsAppliedOnce() {
    connectBoth();
    mailer.answers(RecordingSubscriber.LOST, RecordingSubscriber.LOST);
    publish("ord_1");
    later();
    later();
    assertTrue(mailer.received().size() > 1);
    assertEquals(List.of("ord_1"), mailer.applied());
  }

  @Test
  void eventsInAnotherOrder_areAllApplied() {
    connectBoth();
    mailer.alwaysAnswers(500);
    publish("ord_1");
    mailer.alwaysAnswers(204);
    publish("ord_2");
    later();
    assertEquals(List.of("ord_2", "ord_1"), mailer.applied());
  }

  @Test
  void producerThatCrashedAfterItsCommit_losesNoEvent() {
    connectBoth();
    record("ord_1");
    assertTrue(mailer.received().isEmpty());
    later();
    assertEquals(List.of("ord_1"), mailer.applied());
    assertEquals(0, outboxTable.count());
  }

  @Test
  void relay_leavesToTheProducerWhatIsNew() {
    connectBoth();
    record("ord_1");
    clock.advance(Duration.ofSeconds(29));
    relay();
    settle();
    assertTrue(mailer.received().isEmpty());
    clock.advance(Duration.ofSeconds(1));
    relay();
    settle();
    assertEquals(List.of("ord_1"), mailer.applied());
  }

  @Test
  void manyEventsOfACrash_areAllRelayed() {
    connectBoth();
    for (int i = 0; i < 60; i++) {
      record("ord_" + i);
    }
    later();
    assertEquals(60, mailer.applied().size());
    assertEquals(0, outboxTable.count());
  }

  @Test
  void relaysAtOnce_deliverEverything_andItIsAppliedOnce() throws Exception {
    connectBoth();
    for (int i = 0; i < 20; i++) {
      record("ord_" + i);
    }
    clock.advance(LONG);
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      for (var run : threads.invokeAll(Collections.nCopies(3, Executors.callable(this::relay)))) {
        run.get();
      }
    }
    settle();
    assertEquals(20, mailer.applied().size());
    assertEquals(0, outboxTable.count());
  }

  @Test
  void eventThatIsRefusedForEver_isSetAside_andHoldsNothingUp() {
    connectBoth();
    mailer.alwaysAnswers(400);
    publish("ord_1");
    mailer.alwaysAnswers(204);
    publish("ord_2");
    mailer.alwaysAnswers(400);
    for (int i = 0; i < 8; i++) {
      assertTrue(dead().isEmpty(), "after " + i + " relays");
      later();
    }
    assertEquals(List.of("ord_1"), dead().stream().map(Event::subject).toList());
    assertEquals(List.of("ord_1", "ord_2"), analyst.applied());
    int before = mailer.received().size();
    later();
    assertEquals(before, mailer.received().size());
  }

  @Test
  void eventSetAside_isDeliveredAfterTheCauseIsMended() {
    eventThatIsRefusedForEver_isSetAside_andHoldsNothingUp();
    mailer.alwaysAnswers(204);
    assertEquals(1, producer.getBean(DeadEvents.class).redrive(SERVICE));
    assertFalse(mailer.applied().contains("ord_1"));
    later();
    assertEquals(List.of("ord_2", "ord_1"), mailer.applied());
    assertEquals(0, outboxTable.count());
  }
}
