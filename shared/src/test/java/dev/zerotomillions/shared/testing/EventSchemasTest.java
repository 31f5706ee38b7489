package dev.zerotomillions.shared.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.zerotomillions.shared.events.Event;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventSchemasTest {
  private static final Map<String, Object> ADA =
      Map.of("userId", "usr_1", "name", "Ada", "email", "ada@example.com");

  private static Event event(String type, String dataschema, Map<String, Object> data) {
    return new Event(
        "1.0",
        "evt_1",
        "/users",
        type,
        "usr_1",
        Instant.parse("2026-03-01T12:00:00Z"),
        "https://zerotomillions.dev/events/" + dataschema,
        "application/json",
        "correlation-1",
        data);
  }

  private static Event registered(Map<String, Object> data) {
    return event("user.registered", "user.registered/1", data);
  }

  @Test
  void eventAsItsSchemaSays_conforms_withFieldsOfNewerVersionsToo() {
    EventSchemas.assertConforms(registered(ADA));
    Map<String, Object> newer = new LinkedHashMap<>(ADA);
    newer.put("newer", List.of(1));
    EventSchemas.assertConforms(registered(newer));
  }

  @Test
  void missingOrWrongData_isAViolation() {
    assertFalse(EventSchemas.violations(registered(Map.of("userId", "usr_1"))).isEmpty());
    Map<String, Object> wrong = new LinkedHashMap<>(ADA);
    wrong.put("name", 7L);
    assertFalse(EventSchemas.violations(registered(wrong)).isEmpty());
  }

  @Test
  void schemaOfAnotherType_isAViolation() {
    var event = event("user.registered", "user.changed/1", ADA);
    assertEquals(1, EventSchemas.violations(event).size());
  }

  @Test
  void schemas_areThoseOfAllEvents() {
    assertEquals(
        List.of(
            "envelope.1",
            "order.cancelled.1",
            "order.confirmed.1",
            "order.placed.1",
            "order.refunded.1",
            "payment.declined.1",
            "payment.refunded.1",
            "payment.succeeded.1",
            "user.changed.1",
            "user.erased.1",
            "user.registered.1"),
        EventSchemas.all());
  }
}
