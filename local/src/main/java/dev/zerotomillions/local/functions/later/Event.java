package dev.zerotomillions.local.functions.later;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * An event that a function is still to be invoked with.
 *
 * @param function the function as the caller named it
 * @param failures how often it was invoked in vain
 */
record Event(String id, String function, byte[] payload, Instant accepted, int failures) {

  Event failedOnceMore() {
    return new Event(id, function, payload, accepted, failures + 1);
  }

  ObjectNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", id)
        .put("function", function)
        .put("payload", payload)
        .put("accepted", accepted.toString())
        .put("failures", failures);
  }

  static Event of(ObjectNode json) {
    try {
      return new Event(
          json.path("id").asText(),
          json.path("function").asText(),
          json.path("payload").binaryValue(),
          Instant.parse(json.path("accepted").asText()),
          json.path("failures").asInt());
    } catch (IOException e) {
      throw new UncheckedIOException("An accepted event can't be read any more", e);
    }
  }
}
