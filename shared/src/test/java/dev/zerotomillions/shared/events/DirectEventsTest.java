package dev.zerotomillions.shared.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.calls.CallAnswer;
import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.testing.EventContract;
import dev.zerotomillions.shared.testing.FakeServices;
import dev.zerotomillions.shared.testing.RecordingSubscriber;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectEventsTest extends EventContract {

  @Override
  protected EventDelivery connect(Map<String, List<RecordingSubscriber>> byType) {
    FakeServices services = new FakeServices();
    Map<String, List<String>> paths = new TreeMap<>();
    byType.forEach(
        (type, subscribers) -> {
          paths.put(type, subscribers.stream().map(RecordingSubscriber::path).toList());
          subscribers.forEach(
              each -> services.on("POST", each.path(), call -> answer(each.take(call.body()))));
        });
    return new DirectEvents(subscribers(Json.writeText(paths)), services);
  }

  private static CallAnswer answer(int status) {
    // A lost answer looks to the caller like a callee that is down.
    return FakeServices.answer(status == RecordingSubscriber.LOST ? 504 : status, Map.of());
  }

  @Override
  protected void settle() {
    // Having returned, direct delivery has nothing under way.
  }

  private static Subscribers subscribers(String json) {
    return new Subscribers(new Settings(Map.of("EVENT_SUBSCRIBERS", json)));
  }

  @Test
  void subscribersService_isTheSecondSegmentOfItsAddress() {
    assertEquals("notifications", new Subscriber("/internal/notifications/events").service());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nope",
        "[]",
        "{\"order.placed\":\"/internal/x/events\"}",
        "{\"order.placed\":[\"/api/x\"]}",
        "{\"order.placed\":[\"/internal/x\"]}"
      })
  void subscribersThatCantBeRead_areToldAtTheFirstEvent(String json) {
    assertThrows(InvalidSubscribers.class, () -> subscribers(json));
  }
}
