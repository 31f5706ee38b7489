package dev.zerotomillions.shared.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.calls.Deadline;
import dev.zerotomillions.shared.http.Contexts;
import dev.zerotomillions.shared.testing.Api;
import dev.zerotomillions.shared.testing.FakeDelivery;
import dev.zerotomillions.shared.testing.ManualClock;
import dev.zerotomillions.shared.testing.SharedTable;
import io.micronaut.context.BeanContext;
import io.micronaut.core.annotation.Introspected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T10:00:00Z"));
  private final SharedTable shared = new SharedTable();
  private final FakeDelivery delivery = new FakeDelivery();
  private final BeanContext function =
      Contexts.start(
          Api.settings(Map.of("ORDERS_TABLE", shared.name())), clock, shared.database(), delivery);
  private final Outbox outbox = function.getBean(Outbox.class);
  private final Relay relay = function.getBean(Relay.class);

  @Introspected
  record Placed(String orderId) {}

  @AfterEach
  void stop() {
    function.close();
  }

  private Event event(String service) {
    return function
        .getBean(Events.class)
        .happened(service, "order.placed", 1, "ord_1", new Placed("ord_1"));
  }

  private Event recorded() {
    Event event = event("orders");
    shared.database().commit(List.of(outbox.add(event)));
    return event;
  }

  @Test
  void envelope_isACloudEvent() {
    Event event = event("orders");
    assertEquals("1.0", event.specversion());
    assertTrue(event.id().startsWith("evt_"));
    assertEquals("/orders", event.source());
    assertEquals("orders", event.service());
    assertEquals("https://zerotomillions.dev/events/order.placed/1", event.dataschema());
    assertEquals("application/json", event.datacontenttype());
    assertEquals(Map.of("orderId", "ord_1"), event.data());
    assertEquals(new Placed("ord_1"), event.data(Placed.class));
  }

  @Test
  void tableThatFailsAfterADelivery_failsNoRequest_andTheEventComesAgain() {
    Event event = recorded();
    shared.setDown(true);
    outbox.deliver(List.of(event));
    shared.setDown(false);
    clock.advance(Duration.ofSeconds(30));
    relay.run("orders", new Deadline(clock.instant().plusSeconds(30)));
    assertEquals(List.of(event, event), delivery.events());
    assertEquals(0, shared.rows());
  }

  @Test
  void failedDelivery_failsNoRequest_andNoOtherEvent() {
    Event first = recorded();
    Event second = recorded();
    delivery.setDown(true);
    outbox.deliver(List.of(first, second));
    assertEquals(2, shared.rows());
  }

  @Test
  void relayWhoseTimeIsOver_leavesTheRestToTheNext() {
    recorded();
    clock.advance(Duration.ofMinutes(1));
    relay.run("orders", new Deadline(clock.instant()));
    assertTrue(delivery.events().isEmpty());
    assertEquals(1, shared.rows());
  }

  @Test
  void eventOfAServiceWhoseTableIsUnknown_isNotRecorded() {
    Event event = event("payments");
    assertThrows(Settings.SettingMissing.class, () -> outbox.add(event));
  }
}
