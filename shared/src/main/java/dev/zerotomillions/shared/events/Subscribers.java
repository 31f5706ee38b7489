package dev.zerotomillions.shared.events;

import dev.zerotomillions.shared.Settings;
import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.problem.MalformedJson;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who takes which events, as the template tells. */
@Singleton
final class Subscribers {
  private final Map<String, List<Subscriber>> byType;

  Subscribers(Settings settings) {
    this.byType = parse(settings.required("EVENT_SUBSCRIBERS"));
  }

  List<Subscriber> of(Event event) {
    return byType.getOrDefault(event.type(), List.of());
  }

  private static Map<String, List<Subscriber>> parse(String json) {
    Map<String, List<Subscriber>> byType = new HashMap<>();
    members(json).forEach((type, paths) -> byType.put(String.valueOf(type), subscribers(paths)));
    return Map.copyOf(byType);
  }

  private static Map<?, ?> members(String json) {
    try {
      if (Json.read(json.getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> members) {
        return members;
      }
      throw new InvalidSubscribers("it is no object");
    } catch (MalformedJson e) {
      throw new InvalidSubscribers(e.detail());
    }
  }

  private static List<Subscriber> subscribers(Object paths) {
    if (paths instanceof List<?> list) {
      return list.stream().map(path -> new Subscriber(String.valueOf(path))).toList();
    }
    throw new InvalidSubscribers(paths + " is no list of paths");
  }
}
