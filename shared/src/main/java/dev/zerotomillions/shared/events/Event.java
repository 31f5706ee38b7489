package dev.zerotomillions.shared.events;

import dev.zerotomillions.shared.json.IgnoresUnknown;
import dev.zerotomillions.shared.json.Json;
import dev.zerotomillions.shared.json.RecordBinder;
import dev.zerotomillions.shared.problem.MalformedJson;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a service, as a CloudEvents 1.0 envelope. Members that a newer
 * producer adds are ignored.
 *
 * @param source the service that it happened in, such as {@code /orders}
 * @param type what happened, such as {@code order.confirmed}
 * @param subject what it happened to, such as an order's id
 * @param dataschema the address of the JSON Schema of the data, which ends in its version
 * @param correlationid what it belongs to in the logs
 */
@Introspected
@IgnoresUnknown
@Schema(additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
public record Event(
    String specversion,
    String id,
    String source,
    String type,
    String subject,
    Instant time,
    String dataschema,
    String datacontenttype,
    @Nullable String correlationid,
    Map<String, Object> data) {

  /** The service that the event comes from, such as {@code orders}. */
  public String service() {
    return source.substring(1);
  }

  /** The data as a record; members that the record does not know are ignored. */
  public <T> T data(Class<T> as) {
    return RecordBinder.bindKnown(as, data);
  }

  /** Reads an envelope as it was recorded. */
  static Event parse(String json) throws MalformedJson {
    return RecordBinder.bind(Event.class, Json.read(json.getBytes(StandardCharsets.UTF_8)));
  }
}
