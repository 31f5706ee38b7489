package dev.zerotomillions.shared.events;

import dev.zerotomillions.shared.data.UuidV7;
import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.observe.Correlation;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes events of what happened. */
@Singleton
public final class Events {
  private static final String SCHEMAS = "https://zerotomillions.dev/events/";

  private final UuidV7 ids;
  private final InstantSource clock;

  Events(UuidV7 ids, InstantSource clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * An event that happens now.
   *
   * @param service the service that it happens in, such as {@code orders}
   * @param type such as {@code order.confirmed}
   * @param version of the type's schema
   * @param subject what it happens to
   * @param data what is told of it, as the schema says
   */
  public Event happened(String service, String type, int version, String subject, Record data) {
    return new Event(
        "1.0",
        ids.next("evt"),
        "/" + service,
        type,
        subject,
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        SCHEMAS + type + "/" + version,
        "application/json",
        Correlation.currentId().orElse(null),
        members(data));
  }

  /** The data as it will be read, so that a producer's own view of an event is a consumer's. */
  private static Map<String, Object> members(Record data) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (Json.read(Json.write(data)) instanceof Map<?, ?> read) {
      read.forEach((name, value) -> members.put(String.valueOf(name), value));
    }
    return members;
  }
}
